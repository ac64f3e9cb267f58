"""Image consent (leerlingen-6, personeel-6): for what a picture may be used, who decides at which age, what holds."""

from .ages import image_own_choice_from
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
from .takedown import take_down_due

__all__ = [
    "IMAGE_PURPOSES",
    "IMAGE_STANDINGS",
    "AboutImage",
    "ImageAnswer",
    "ImagePurpose",
    "ImageSaid",
    "ImageStanding",
    "image_answer_owed",
    "image_barred",
    "image_deciders",
    "image_own_choice_from",
    "image_standing",
    "image_withdrawers",
    "may_see_class_consent",
    "take_down_due",
]
