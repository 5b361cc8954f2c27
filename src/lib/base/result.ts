/** A fault of input from outside: where it is, and what was wanted. */
export type Issue = { path: string; message: string }

/**
 * Outcome of reading input from outside: a trusted value, or every issue found. With a `Code`: a value, or the one refusal, by one of
 * these permanent codes and no other.
 */
export type Result<Value, Code extends string = never> =
	| { ok: true; value: Value }
	| ([Code] extends [never] ? { ok: false; issues: Issue[] } : Refusal<Code>)

/** A refusal by a permanent code. */
export type Refusal<Code extends string> = { ok: false; code: Code }

/** A successful {@link Result}. */
export const ok = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })

/** A failed {@link Result}; `issues` is never empty. */
export const failed = (...issues: Issue[]): { ok: false; issues: Issue[] } => ({ ok: false, issues })

/** A failed {@link Result} that has codes. */
export const refused = <Code extends string>(code: Code): Refusal<Code> => ({ ok: false, code })
