import { findPassphraseIssue, type PassphraseIssue } from '../../passphrase.ts'

/** Finds what is wrong with a passphrase typed twice for someone of this name; `undefined` when it will do. */
export const findNewPassphraseIssue = (
	typed: string,
	again: string,
	name: string,
): PassphraseIssue | 'different' | undefined =>
	typed === again ? findPassphraseIssue(typed, name) : 'different'
