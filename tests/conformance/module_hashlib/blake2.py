# BLAKE2 with its parameters.
import hashlib


def attempt(f, **kwargs):
    try:
        print(f(**kwargs).hexdigest())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")


for make in (hashlib.blake2b, hashlib.blake2s):
    print(make.__name__, make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
    for length in (0, 1, 63, 64, 65, 128, 129, 256, 1000):
        print(" ", make(b"z" * length, key=b"secret", digest_size=16).hexdigest())
    tree = make(b"leaf", fanout=2, depth=3, leaf_size=4096, node_offset=12345, node_depth=1, inner_size=32, last_node=True)
    print(tree.hexdigest(), tree.name, tree.digest_size, tree.block_size)
    print(make(b"x", salt=b"salt", person=b"me").hexdigest())
    attempt(make, digest_size=0)
    attempt(make, digest_size=65)
    attempt(make, key=b"k" * 65)
    attempt(make, salt=b"s" * 17)
    attempt(make, person=b"p" * 17)
    attempt(make, fanout=256)
    attempt(make, depth=0)
    attempt(make, leaf_size=-1)
    attempt(make, leaf_size=2**32)
    attempt(make, node_offset=2**64)
    attempt(make, node_depth=256)
