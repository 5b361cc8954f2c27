import { showPart } from '#ui/gallery'
import type { Words } from '#ui/words'
import Steps from './Steps.svelte'

const toSteps = ({ t }: Words) => ({
	steps: [t('urgency.now.hint'), { do: t('urgency.today'), how: t('urgency.today.hint') }],
})

export const parts = [
	showPart(Steps)([
		{ name: 'with a sentence under it', locale: 'fr', props: toSteps },
		{ name: 'with a sentence under it', locale: 'ar', props: toSteps },
		{ name: 'with a sentence under it', locale: 'zgh', props: toSteps },
		{ name: 'long', locale: 'fr', props: ({ t }) => ({ steps: [t('report.police.hint')] }) },
	]),
]
