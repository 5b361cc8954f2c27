/** The packages hold each list as a module of its own, which they do not declare. */
declare module '@zxcvbn-ts/language-*.json.mjs' {
	const words: string[]
	export default words
}
