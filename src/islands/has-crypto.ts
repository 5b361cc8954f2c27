/**
 * The first, cheap half of "can this browser seal?", before the code that seals is fetched; `canSeal()` has the last word. Where the
 * answer is no, the page stays a form that says what the server does.
 */
export const hasCrypto = (): boolean =>
	isSecureContext && typeof (crypto as { subtle?: SubtleCrypto }).subtle?.deriveBits === 'function'
