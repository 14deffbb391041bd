"""A person who answers what signing in asks."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from tui.api.sign_in.asking import DeviceCode, Question


@dataclass
class Person:
    """Answers with ``answers``, one after the other; does ``act`` when shown a device code."""

    answers: list[str | None] = field(default_factory=list)
    act: Callable[[DeviceCode, asyncio.Event], None] = lambda _code, _cancelled: None
    questions: list[Question] = field(default_factory=list)
    shown: list[DeviceCode] = field(default_factory=list)
    ended: int = 0

    async def secret(self, question: Question) -> str | None:
        self.questions.append(question)
        return self.answers.pop(0)

    def device_code(self, code: DeviceCode, cancelled: asyncio.Event) -> None:
        self.shown.append(code)
        self.act(code, cancelled)

    def done(self) -> None:
        self.ended += 1
