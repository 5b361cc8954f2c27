/**
 * Removes what is not seen and changes what is read: controls other than tab and line feed, all of Unicode's format
 * controls (bidi controls of UAX 9, zero-width spaces and joiners, soft hyphen, tags), fillers that are drawn as nothing,
 * variation selectors, and halves of letters.
 *
 * For addresses and for strangers' words on an analyst's desk. An emoji of several people falls into its people; a Persian
 * word may join otherwise: the words are there to be judged, not to be printed.
 */
export const stripInvisible = (text: string): string =>
	text
		.replace(/\p{Cs}/gu, '')
		.replace(/[^\P{Cc}\t\n]/gu, '')
		.replace(/[\p{Cf}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu, '')
