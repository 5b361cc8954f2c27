/** What is wrong with input from outside: where, and what was wanted. */
export type Issue = { path: string; message: string }

/** Outcome of parsing input from outside: a trusted value, or every issue found. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; issues: Issue[] }

/** A successful {@link Result}. */
export const ok = <Value>(value: Value): Result<Value> => ({ ok: true, value })

/** A failed {@link Result}; `issues` is never empty. */
export const failed = (...issues: Issue[]): Result<never> => ({ ok: false, issues })
