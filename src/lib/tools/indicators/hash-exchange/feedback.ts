import * as v from 'valibot'

/** Words of a platform about a digest that it met. */
const feedbackValues = [
	'None',
	'QualityUnknown',
	'PendingReview',
	'Blocked',
	'NotBlocked',
	'Withdrawn',
	'Deleted',
	'Unknown',
] as const
type FeedbackValue = (typeof feedbackValues)[number]

/** Tags are not looked at: they are free words. */
export type Feedback = { value: string; feedback: FeedbackValue }

/** Digests of one message: what proxies let through holds as many. */
const most = 500

const feedback = v.object({
	count: v.optional(v.number()),
	hashFeedbacks: v.pipe(
		v.array(
			v.object({
				hashValue: v.pipe(v.string(), v.toLowerCase(), v.regex(/^(?:[0-9a-f]{32}|[0-9a-f]{64})$/u)),
				// Python writes the name of an enum before its value.
				feedbackValue: v.pipe(
					v.string(),
					v.transform((text) =>
						text
							.split('.')
							.at(-1)
							?.replace(/^None_$/u, 'None'),
					),
					v.picklist(feedbackValues),
				),
			}),
		),
		v.minLength(1),
		v.maxLength(most),
	),
})

/** Reads the body of `SubmitFeedback`; `undefined` when it is none, or has other than 1 to 500 digests. */
export const parseFeedback = (body: unknown): Feedback[] | undefined => {
	const parsed = v.safeParse(feedback, body)
	if (!parsed.success) return undefined
	return parsed.output.hashFeedbacks.map(({ hashValue, feedbackValue }) => ({
		value: hashValue,
		feedback: feedbackValue,
	}))
}
