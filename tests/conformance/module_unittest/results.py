import asyncio
import unittest


class Sums(unittest.TestCase):
    def setUp(self):
        self.numbers = [1, 2, 3]

    def test_sum(self):
        self.assertEqual(sum(self.numbers), 6)

    def test_wrong(self):
        self.assertEqual(sum(self.numbers), 7, "the sum")

    def test_raises(self):
        with self.assertRaises(ZeroDivisionError):
            1 / 0

    @unittest.skip("not today")
    def test_skipped(self):
        self.fail()

    def test_error(self):
        self.numbers.missing


class Waits(unittest.IsolatedAsyncioTestCase):
    async def asyncSetUp(self):
        self.queue = asyncio.Queue()

    async def test_queue(self):
        await self.queue.put(1)
        self.assertEqual(await asyncio.wait_for(self.queue.get(), 1), 1)

    async def test_sleep(self):
        await asyncio.sleep(0.01)
        self.assertIn("a", "b")


result = unittest.TestResult()
for case in (Sums, Waits):
    unittest.defaultTestLoader.loadTestsFromTestCase(case).run(result)
print(result.testsRun, result.wasSuccessful(), [(test.id(), why) for test, why in result.skipped])
for kind, found in (("failure", result.failures), ("error", result.errors)):
    for test, text in found:
        print(kind, test.id(), text.strip().splitlines()[-1])
