/** Reasons why a report that a browser sealed was not taken. The person keeps the text in every case. */
export type IntakeRefusal =
	/** Not a body of ours; the header does not fit; the seal has another reader or size. */
	| 'report.body'
	| 'report.seal'
	/** The work is missing, wrong or over: ask for a new challenge. */
	| 'report.work'
	/** Sealed to an epoch that is over: seal again to the record that comes with this. */
	| 'epoch.over'
	| 'token.wrong'
	| 'token.too-soon'
	| 'token.too-old'
	/** Some attachments that it names are missing: send them again, or the words without them. */
	| 'attachments.missing'
	/** This form has brought a report already: its receipt was shown, or a new form is needed. */
	| 'token.used'
	| 'sealed.too-long'
