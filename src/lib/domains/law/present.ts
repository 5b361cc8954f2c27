/** True for what was found. */
export const isPresent = <Value>(value: Value | undefined): value is Value => value !== undefined
