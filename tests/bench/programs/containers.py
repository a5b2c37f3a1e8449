def work():
    words = ('the quick brown fox jumps over the lazy dog ' * 400).split()
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    squares = [n * n for n in range(8_000) if n % 3]
    total = 0
    for index, square in enumerate(squares):
        if square in (4, 16, 64) or index % 2:
            total += squares[index]
    pairs = {(n % 50, n % 7): n for n in range(3_000)}
    for (a, b), n in pairs.items():
        total += a * b + n
    lines = []
    for word, count in sorted(counts.items()):
        lines.append(f'{word:>8} {count:5d}')
    text = '\n'.join(lines).upper()
    assert text.count('THE') == 1 and total > 0
