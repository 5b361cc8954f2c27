/** Length of a text in words, as its channel counts it. */
import type { Words } from '#ui/words'
import type { MaterialLength } from '../material.ts'

export const sayLength = (
	{ t, number }: Pick<Words, 't' | 'number'>,
	length: MaterialLength | undefined,
): string => {
	if (!length) return ''
	if (length.as === 'broken') return t(`campaign.finding.${length.code}`)
	if (length.as === 'caption')
		return t('campaign.length.caption', { characters: number(length.characters), most: number(length.most) })
	if (length.as === 'radio')
		return t('campaign.length.radio', { seconds: number(length.seconds), most: number(length.most) })
	const { parts, units, perPart, encoding } = length.sms
	return t('campaign.length.sms', {
		parts: number(parts),
		units: number(units),
		most: number(perPart * Math.max(1, parts)),
		encoding: encoding === 'gsm-7' ? 'GSM-7' : 'UCS-2',
	})
}
