import type { MaterialFinding } from '../findings.ts'
import type { Material, MaterialState } from '../material.ts'

/** A material as its page shows it to one person. */
export type MaterialView = Pick<Material, 'id' | 'kind' | 'language' | 'version' | 'source' | 'words'> & {
	state: MaterialState
	isUnreviewed: boolean
	findings: readonly MaterialFinding[]
	/** Address that its text carries. */
	link: string
	digest: string
	/** Names of those who agreed. */
	agreed: readonly string[]
	/** This person may agree to it now. */
	waitsForMe: boolean
}
