import { checkedOn, line, reviewed } from '#domains/guide'
import * as v from 'valibot'

const few = (most: number, characters: number) =>
	v.pipe(v.array(line(characters)), v.minLength(1), v.maxLength(most, `must have ${most} entries at most`))

const entry = v.strictObject({
	title: line(70),
	does: line(200),
	who: v.picklist(['family', 'operator', 'school']),
	minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
	put: few(7, 260),
	see: line(260),
	undo: few(4, 260),
})
/** Words of a target in one language: its name, how it is put in place, seen and taken away. */
export type TargetEntry = v.InferOutput<typeof entry>

const titled = v.strictObject({ title: line(80), text: line(300) })
const sentences = v.record(v.string(), line(300))

/** Schema of `content/protect/targets/<lang>.yaml`. */
export const targetWords = v.strictObject({
	targets: v.record(v.string(), entry),
	limits: sentences,
	cautions: sentences,
	blocks: sentences,
	groups: sentences,
	bypasses: v.record(v.string(), titled),
	stays: sentences,
	levels: v.record(v.string(), titled),
	review: reviewed,
	checked: checkedOn,
})
export type TargetWords = v.InferOutput<typeof targetWords>
