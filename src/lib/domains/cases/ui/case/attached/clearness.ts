/** Steps in which a picture is seen: so many pixels on its longer side, 0 for as many as it has. Each step is a choice. */
export const clearness = [10, 24, 56, 140, 400, 0] as const

/** Most pixels of a picture that is drawn at all. */
export const mostPixels = 20_000_000

/** Width and height of a picture at a step: there are no more of its pixels in what is drawn. */
export const toStepSize = (
	{ width, height }: { width: number; height: number },
	step: number,
): { width: number; height: number } => {
	const longest = clearness[Math.min(Math.max(0, step), clearness.length - 1)] ?? 10
	const scale = longest === 0 ? 1 : Math.min(1, longest / Math.max(width, height))
	return {
		width: Math.max(1, Math.round(width * scale)),
		height: Math.max(1, Math.round(height * scale)),
	}
}

/** Grey in the place of colour, in the pixels themselves. */
export const toGrey = (pixels: Uint8ClampedArray): void => {
	for (let at = 0; at < pixels.length; at += 4) {
		const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
		const grey = Math.round(0.299 * red + 0.587 * green + 0.114 * blue)
		pixels.fill(grey, at, at + 3)
		pixels[at + 3] = 255
	}
}
