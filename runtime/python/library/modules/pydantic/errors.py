# SPDX-License-Identifier: MIT
"""Errors in how a model is written, as opposed to errors in data."""


class PydanticErrorMixin:
    def __init__(self, message, *, code):
        self.message = message
        self.code = code

    def __str__(self):
        if self.code is None:
            return self.message
        return f"{self.message}\n\nFor further information visit https://errors.pydantic.dev/2.10/u/{self.code}"


class PydanticUserError(PydanticErrorMixin, TypeError):
    pass


class PydanticUndefinedAnnotation(PydanticErrorMixin, NameError):
    def __init__(self, name, message):
        self.name = name
        super().__init__(message, code="undefined-annotation")


class PydanticImportError(PydanticErrorMixin, ImportError):
    def __init__(self, message):
        super().__init__(message, code="import-error")


class PydanticSchemaGenerationError(PydanticUserError):
    def __init__(self, message):
        super().__init__(message, code="schema-for-unknown-type")


class PydanticInvalidForJsonSchema(PydanticUserError):
    def __init__(self, message):
        super().__init__(message, code="invalid-for-json-schema")
