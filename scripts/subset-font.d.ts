declare module 'subset-font' {
	type Options = {
		targetFormat: 'woff2' | 'truetype'
		/** OpenType features that are kept; without it, the usual ones. */
		keepFeatures?: string[]
		variationAxes?: Record<string, number | { min: number; max: number; default?: number }>
	}
	/** A font that holds only the characters of `text`. */
	export default function subsetFont(font: Buffer, text: string, options: Options): Promise<Buffer>
}
