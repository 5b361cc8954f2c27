import type { Generated, Kysely } from 'kysely'
import type { QueriesOf, TransactionOf } from '#platform'
import type { Priority } from '../sealing/index.ts'
import type { Sealer } from '../report.ts'

/** Tables of reports. Bytes are sealed or keyed; hours are whole hours in UTC. */
export type ReportTables = {
	epoch: {
		id: string
		recipient: string
		answer_key: string
		begins: string
		ends: string
		state: EpochState
		record: string
	}
	/** Notes of epochs, each behind an entry of the public record. `content`: the note that the root has signed. */
	epoch_record: { content: string; entry: string; salt: Uint8Array }
	report: {
		id: string
		epoch: string
		sealed: Uint8Array
		sealed_by: Sealer
		lane: Priority
		salt: Uint8Array
		commitment: Uint8Array
		entry: string
		hour: Date
	}
	report_status: { report: string; status: string }
	mailbox: { lookup_mac: Uint8Array; report: string; keys: Uint8Array }
	mailbox_message: {
		id: string
		report: string
		n: number
		sender: Sender
		epoch: string | null
		sealed: Uint8Array
		hour: Date
	}
	attachment: {
		id: string
		report: string
		part: number
		bytes: number
		state: AttachmentState
		expires: Date | null
		/** Bytes of it on the disk. */
		arrived: Generated<number>
		/** Looks of the sweeper since its form sent something. */
		quiet: Generated<number>
		/** Place in the order in which forms last sent something. */
		turn: Generated<string>
	}
	/** Reports of danger that came while many came. `wave`: those of one minute and one size; which minute stands nowhere. */
	report_crowd: { report: string; wave: string; worked: Generated<boolean> }
	form_token: { id: string; expires: Date }
}

/** `past`: no more reports, answers still; `destroyed`: nobody can open its reports any more. */
export type EpochState = 'current' | 'past' | 'destroyed'

/** `arriving`: no report has named it yet; `gone`: its file is removed next. */
export type AttachmentState = 'arriving' | 'bound' | 'gone'

/** The author of a letter; `status`: the desk, by a step and not by words. */
export type Sender = 'desk' | 'reporter' | 'status'

/** The database, which begins transactions. */
export type ReportDatabase = Kysely<ReportTables>
export type ReportQueries = QueriesOf<ReportTables>
export type ReportTransaction = TransactionOf<ReportTables>
