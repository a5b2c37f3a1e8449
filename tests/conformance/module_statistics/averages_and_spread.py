# statistics: averages, spread, quantiles, errors.
import statistics as st
from decimal import Decimal
from fractions import Fraction

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median([1, 2, 3, 4]))
print(st.mode("abca"), st.multimode("aabbc"), st.multimode([]), st.variance(data), st.pvariance(data), st.stdev([1, 2, 3, 4]), st.pstdev([1, 2, 3, 4]))
print(st.mean([1, 2]), st.mean([Fraction(1, 2), Fraction(1, 3)]), st.mean([Decimal("0.5"), Decimal("0.75")]), st.mean([1, 3]), type(st.mean([1, 3])).__name__)
print(st.harmonic_mean([40, 60]), st.harmonic_mean([40, 60], weights=[5, 30]), st.geometric_mean([54, 24, 36]), st.fmean([1, 2], weights=[3, 1]))
print(st.quantiles(range(1, 12)), st.quantiles([1, 2, 3, 4], n=2, method="inclusive"), st.median_grouped([1, 2, 2, 3, 4]))
print(st.covariance([1, 2, 3], [1, 1, 3]), st.correlation([1, 2, 3], [2, 4, 7]), st.linear_regression([1, 2, 3], [2, 4, 6]))
n = st.NormalDist(100, 15)
print(n, n.mean, n.variance, round(n.cdf(130), 6), round(n.inv_cdf(0.5), 6), n + 5, n * 2, st.NormalDist.from_samples([1, 2, 3]), round(n.zscore(85), 3), round(n.pdf(100), 6))
for work in (lambda: st.mean([]), lambda: st.variance([1]), lambda: st.mode([]), lambda: st.median([]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([0]), lambda: st.quantiles([1], n=0), lambda: st.correlation([1, 1], [1, 2]), lambda: st.mean(["a"])):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)
