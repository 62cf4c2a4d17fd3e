"""Make a small language model of random weights, for `bench/servers.py`: `python
bench/random_gguf.py FILE`.

It runs in the environment of llama-cpp-python, with `gguf` and numpy. A token is a character or a
byte.
"""

# mypy: ignore-errors

from __future__ import annotations

import sys

import gguf
import numpy as np

DIMENSIONS, BLOCKS, HEADS, INNER, CONTEXT = 64, 2, 4, 128, 32_768
UNKNOWN, CONTROL, BYTE, NORMAL = 2, 3, 6, 1


def main() -> None:
    writer = gguf.GGUFWriter(sys.argv[1], "llama")
    tokens = _vocabulary(writer)
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(DIMENSIONS)
    writer.add_block_count(BLOCKS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(DIMENSIONS // HEADS)
    writer.add_file_type(0)
    for name, shape in _shapes(tokens).items():
        writer.add_tensor(name, _values(shape))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _vocabulary(writer: gguf.GGUFWriter) -> int:
    characters = ["▁", *map(chr, range(33, 127))]
    tokens = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *characters]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores(
        [0.0] * 3 + [-1000.0] * 256 + [-float(place) for place in range(len(characters))]
    )
    writer.add_token_types([UNKNOWN, CONTROL, CONTROL] + [BYTE] * 256 + [NORMAL] * len(characters))
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_vocab_size(len(tokens))
    return len(tokens)


def _shapes(tokens: int) -> dict[str, tuple[int, ...]]:
    shapes = {"token_embd.weight": (tokens, DIMENSIONS), "output.weight": (tokens, DIMENSIONS)}
    shapes["output_norm.weight"] = (DIMENSIONS,)
    for block in range(BLOCKS):
        shapes |= {f"blk.{block}.{name}_norm.weight": (DIMENSIONS,) for name in ("attn", "ffn")}
        shapes |= {
            f"blk.{block}.attn_{name}.weight": (DIMENSIONS, DIMENSIONS)
            for name in ("q", "k", "v", "output")
        }
        shapes |= {f"blk.{block}.ffn_{name}.weight": (INNER, DIMENSIONS) for name in ("gate", "up")}
        shapes[f"blk.{block}.ffn_down.weight"] = (DIMENSIONS, INNER)
    return shapes


def _values(shape: tuple[int, ...]) -> np.ndarray:
    if len(shape) == 1:
        return np.ones(shape, dtype=np.float32)
    return (np.random.default_rng(len(shape)).standard_normal(shape) * 0.05).astype(np.float32)


if __name__ == "__main__":
    main()
