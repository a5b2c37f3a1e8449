# Positions count characters, not bytes.
인사 = "안녕하세요"
print(인사, "세계")
합계 = 인사 + + "가나" ) * 2
