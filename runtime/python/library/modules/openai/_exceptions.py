# SPDX-License-Identifier: MIT
"""What goes wrong with calls: https://github.com/openai/openai-python#handling-errors."""


class OpenAIError(Exception):
    pass


class APIError(OpenAIError):
    """`body` is what the server says of it; code, param and type are from there."""

    def __init__(self, message, request, *, body):
        super().__init__(message)
        self.request = request
        self.message = message
        self.body = body
        told = body if isinstance(body, dict) else {}
        self.code = told.get("code")
        self.param = told.get("param")
        self.type = told.get("type")


class APIResponseValidationError(APIError):
    def __init__(self, response, body, *, message=None):
        super().__init__(message or "Data returned by API invalid for expected schema.", response.request, body=body)
        self.response = response
        self.status_code = response.status_code


class APIStatusError(APIError):
    def __init__(self, message, *, response, body):
        super().__init__(message, response.request, body=body)
        self.response = response
        self.status_code = response.status_code
        self.request_id = response.headers.get("x-request-id")


class APIConnectionError(APIError):
    def __init__(self, *, message="Connection error.", request):
        super().__init__(message, request, body=None)


class APITimeoutError(APIConnectionError):
    def __init__(self, request):
        super().__init__(message="Request timed out.", request=request)


class BadRequestError(APIStatusError):
    status_code = 400


class AuthenticationError(APIStatusError):
    status_code = 401


class PermissionDeniedError(APIStatusError):
    status_code = 403


class NotFoundError(APIStatusError):
    status_code = 404


class ConflictError(APIStatusError):
    status_code = 409


class UnprocessableEntityError(APIStatusError):
    status_code = 422


class RateLimitError(APIStatusError):
    status_code = 429


class InternalServerError(APIStatusError):
    pass


_BY_STATUS = {kind.status_code: kind for kind in (BadRequestError, AuthenticationError, PermissionDeniedError, NotFoundError,
                                                  ConflictError, UnprocessableEntityError, RateLimitError)}


def of_response(response):
    """The error for a response that has been read."""
    try:
        body = response.json()
        message = f"Error code: {response.status_code} - {body}"
    except ValueError:
        body = response.text.strip()
        message = body or f"Error code: {response.status_code}"
    told = body.get("error", body) if isinstance(body, dict) else body
    kind = _BY_STATUS.get(response.status_code) or (InternalServerError if response.status_code >= 500 else APIStatusError)
    return kind(message, response=response, body=told)
