"""Image consent (leerlingen-6, personeel-6): for what a picture may be used, who decides at which age, what holds."""

from .ages import AGE_RULES, AgeRule, Voice, age_on, rule_at
from .deciding import (
    AboutImage,
    ImageAnswer,
    ImageSaid,
    image_answer_owed,
    image_barred,
    image_deciders,
    image_standing,
    image_withdrawers,
)
from .purposes import IMAGE_PURPOSES, ImagePurpose
from .seeing import may_see_class_consent
from .standing import IMAGE_STANDINGS, ImageStanding
from .takedown import TAKE_DOWN, take_down_due

__all__ = [
    "AGE_RULES",
    "IMAGE_PURPOSES",
    "IMAGE_STANDINGS",
    "TAKE_DOWN",
    "AboutImage",
    "AgeRule",
    "ImageAnswer",
    "ImagePurpose",
    "ImageSaid",
    "ImageStanding",
    "Voice",
    "age_on",
    "image_answer_owed",
    "image_barred",
    "image_deciders",
    "image_standing",
    "image_withdrawers",
    "may_see_class_consent",
    "rule_at",
    "take_down_due",
]
