"""Pictures as others see them: without red, green or blue cones, or on a grey printer."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), severity 1.0, on linear light; grey is its luminance.
SIGHTS = {
    "protan": [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deutan": [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritan": [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
    "grey": [[0.2126, 0.7152, 0.0722]] * 3,
}  # fmt: skip
# From linear sRGB to CIE XYZ, over white.
XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
) / np.array([[0.9505], [1.0], [1.089]])


def linear(rgb: Floats) -> Floats:
    """Turn sRGB shares (…, 3) into linear light."""
    return np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)


def luminance(rgb: Floats) -> Floats:
    """Give the relative luminance of sRGB shares (…, 3), as WCAG has it."""
    found: Floats = linear(rgb) @ np.array([0.2126, 0.7152, 0.0722])
    return found


def contrast(a: Floats, b: Floats) -> Floats:
    """Give the contrast of colours, as WCAG has it."""
    dark, light = np.sort(np.stack(np.broadcast_arrays(luminance(a), luminance(b))), axis=0)
    found: Floats = (light + 0.05) / (dark + 0.05)
    return found


def seen(rgb: Floats, sight: str) -> Floats:
    """Give a picture (…, 3) as CIE Lab, the way it is seen."""
    light = np.clip(linear(rgb) @ np.array(SIGHTS[sight]).T, 0, 1) @ XYZ.T
    root = np.where(light > 0.008856, np.cbrt(light), 7.787 * light + 16 / 116)
    x, y, z = np.moveaxis(root, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def differing(a: Floats, b: Floats, sight: str, least: float = 20.0) -> int:
    """Count the pixels at which two pictures are seen to differ: by ``least`` of CIE76."""
    return int((np.linalg.norm(seen(a, sight) - seen(b, sight), axis=-1) > least).sum())
