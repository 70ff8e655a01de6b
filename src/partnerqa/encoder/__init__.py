"""A sentence-transformers model, its one-time export to ONNX, and the light runtime."""
