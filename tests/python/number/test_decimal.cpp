// SPDX-License-Identifier: MIT
#include "python/number/decimal.h"

#include <catch2/catch.hpp>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include "python/number/float_text.h"

using namespace loopscope::python;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double from_bits(uint64_t bits) {
    double d;
    std::memcpy(&d, &bits, sizeof d);
    return d;
}

/// Every size and kind: the corners, powers of two and ten with their neighbours, random ones.
std::vector<double> magnitudes() {
    std::vector<double> all{0, 0.1, 0.5, 1.5, 2.5, 1e15, 1e16, 123456789012345680.0, 9007199254740994.0, 5e-324, 2.2250738585072014e-308,
                            std::numeric_limits<double>::max()};
    auto around = [&](double d) {
        for (double near : {std::nextafter(d, 0.0), d, std::nextafter(d, kInfinity)})
            if (std::isfinite(near)) all.push_back(near);
    };
    for (int e = -1074; e < 1024; e++) around(std::ldexp(1.0, e));
    for (int e = -323; e < 309; e++) around(std::strtod(("1e" + std::to_string(e)).c_str(), nullptr));
    std::mt19937_64 random(42);
    for (int i = 0; i < 3000; i++) {
        double d = std::fabs(from_bits(random()));
        if (std::isfinite(d)) all.push_back(d);
        all.push_back(static_cast<double>(random() % 1000000) / 1000);
        all.push_back(static_cast<double>(random() % 1000000000) / 999983);
    }
    return all;
}

std::string to_chars(double d, std::chars_format format, int precision) {
    char buffer[1500];
    auto end = precision < 0 ? std::to_chars(buffer, buffer + sizeof buffer, d, format) : std::to_chars(buffer, buffer + sizeof buffer, d, format, precision);
    return {buffer, end.ptr};
}

std::string scientific(const Decimal& d) {
    std::string text = d.digits.empty() ? "0" : d.digits.substr(0, 1);
    if (d.digits.size() > 1) text += "." + d.digits.substr(1);
    int exponent = d.point - 1;
    return text + (exponent < 0 ? "e-" : "e+") + (std::abs(exponent) < 10 ? "0" : "") + std::to_string(std::abs(exponent));
}

}  // namespace

TEST_CASE("shortest digits are those of std::to_chars") {
    for (double d : magnitudes()) {
        INFO(to_chars(d, std::chars_format::hex, -1));
        REQUIRE(scientific(shortest_decimal(d)) == to_chars(d, std::chars_format::scientific, -1));
    }
}

TEST_CASE("fixed and scientific text is that of std::to_chars") {
    int precision = 0;
    for (double d : magnitudes()) {
        precision = (precision + 7) % 41;
        INFO(to_chars(d, std::chars_format::hex, -1) << " with " << precision << " digits");
        REQUIRE(double_to_text(d, 'f', precision, 0) == to_chars(d, std::chars_format::fixed, precision));
        REQUIRE(double_to_text(d, 'e', precision, 0) == to_chars(d, std::chars_format::scientific, precision));
    }
    REQUIRE(double_to_text(5e-324, 'f', 1080, 0) == to_chars(5e-324, std::chars_format::fixed, 1080));
    REQUIRE(double_to_text(5e-324, 'e', 770, 0) == to_chars(5e-324, std::chars_format::scientific, 770));
}

TEST_CASE("text is read as strtod reads it") {
    auto same = [](const std::string& text) {
        double ours = -1;
        INFO(text);
        REQUIRE(parse_double(text, &ours));
        REQUIRE(ours == std::strtod(text.c_str(), nullptr));
    };
    for (double d : magnitudes()) {
        same(float_repr(d));
        same(to_chars(d, std::chars_format::scientific, 16));
        same(to_chars(d, std::chars_format::scientific, 13));
    }
    for (const char* text : {"0", "0e999999999999999999999", "1e400", "1e-400", "000.000", "1.7976931348623158e308", "1.7976931348623159e308",
                             "2.4703282292062327e-324", "2.4703282292062328e-324", "9007199254740993", "9007199254740992.999999999999999999",
                             "0.000000000000000000000000000000000000000000001e40", "100000000000000000000000000000000000000000000e-44"})
        same(text);
}

TEST_CASE("the half between two doubles goes to the even one, and what is beside it where it belongs") {
    std::mt19937_64 random(7);
    for (int i = 0; i < 500; i++) {
        double d = std::fabs(from_bits(random() % (uint64_t{0x7fe} << 52)));
        int exponent;
        auto mantissa = static_cast<uint64_t>(std::ldexp(std::frexp(d, &exponent), 53));
        if (d < 1e-300) continue;
        Decimal half = exact_decimal(mantissa * 2 + 1, exponent - 54);
        double next = std::nextafter(d, kInfinity);
        REQUIRE(nearest_double(half.digits, half.point) == (mantissa % 2 ? next : d));
        REQUIRE(nearest_double(half.digits + "0000000001", half.point) == next);
        half.digits.back()--;
        REQUIRE(nearest_double(half.digits + "9999999999", half.point) == d);
    }
    Decimal least = exact_decimal(1, -1075);
    REQUIRE(nearest_double(least.digits, least.point) == 0);
    REQUIRE(nearest_double(least.digits + "1", least.point) == 5e-324);
    Decimal greatest = exact_decimal((uint64_t{1} << 54) - 1, 970);
    REQUIRE(nearest_double(greatest.digits, greatest.point) == kInfinity);
}
