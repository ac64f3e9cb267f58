"""Devices in lessons (leerlingen-7): who may give leave when, who may agree on an exemption, and what holds now."""

from .exemption import AskedExemption, exemption_barred, exemption_granters, school_year_ends
from .permit import AskedPermit, Lesson, basis_of, may_say_so, permit_barred, withdrawal_barred
from .standing import BreakRule, GivenLeave, KnownNow, Span, Standing, standing
from .words import BASES, DEVICES, PURPOSES, Basis, LessonPurpose

__all__ = [
    "BASES",
    "DEVICES",
    "PURPOSES",
    "AskedExemption",
    "AskedPermit",
    "Basis",
    "BreakRule",
    "GivenLeave",
    "KnownNow",
    "Lesson",
    "LessonPurpose",
    "Span",
    "Standing",
    "basis_of",
    "exemption_barred",
    "exemption_granters",
    "may_say_so",
    "permit_barred",
    "school_year_ends",
    "standing",
    "withdrawal_barred",
]
