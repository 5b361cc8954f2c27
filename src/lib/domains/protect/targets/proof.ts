import * as v from 'valibot'

/** Schema of `content/protect/proofs.yaml`, written by the test run. */
export const proofsFile = v.array(
	v.strictObject({
		target: v.string(),
		program: v.string(),
		version: v.string(),
		date: v.pipe(v.string(), v.isoDate()),
		/** Of the files for the default choice. */
		sha256: v.pipe(v.string(), v.hexadecimal(), v.length(64)),
		/** `ran`: tried in the real program; `grammar`: form only. */
		kind: v.picklist(['ran', 'grammar']),
	}),
)

/** Proof: the program that tried the files of a target, and when. */
export type Proof = v.InferOutput<typeof proofsFile>[number]
