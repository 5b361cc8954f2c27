/** Words of the study of gaps and of the law on a day, in Arabic: the list that every language answers. */
export const gaps = {
	'law.gap.links': 'صفحات أخرى من الدراسة',
	'law.gap.progress.one': 'لا يوجد إلى الآن إلا تقييم واحد، أُنجز يوم {day}. والتقييم المقبل سيظهر بجانبه.',
	'law.convention.none': 'لم تقارن الدراسة القانون المغربي بهذا النص بعد.',
	'law.compare.title': 'مقارنة الاتفاقيات، موضوعا بموضوع',
	'law.compare.intro':
		'كل سطر موضوع واحد: من يطلبه من الاتفاقيات، وفي أي مادة، وكيف يجيب عليه القانون المغربي. ويجمع السطر المواد التي تصوغ الالتزام نفسه حسب دراستنا.',
	'law.compare.matter': 'الموضوع',
	'law.compare.column.budapest': 'بودابست',
	'law.compare.column.protocols': 'بروتوكولا بودابست',
	'law.compare.column.arab': 'الاتفاقية العربية',
	'law.compare.column.lanzarote': 'لانزاروتي',
	'law.compare.column.un': 'الأمم المتحدة 2024',
	'law.compare.column.child': 'حقوق الطفل',
	'law.compare.column.data': 'المعطيات (108+)',
	'law.compare.column.others': 'أخرى',
	'law.compare.without': 'ما ليس في الجدول',
	'law.compare.without.text': 'اتفاقيات لا يتوفر سجلنا على أي مادة منها بعد، فلا يمكن مقارنتها.',
	'law.question.intro':
		'أسئلة لا يحسم فيها إلا خبير قانوني. مفتوحة: {open}. مجاب عنها: {answered}. وإلى أن تأتي الأجوبة، تبقى السجلات التي تنتظرها مؤقتة.',
	'law.question.waits': 'ما ينتظر الجواب: {n}',
	'law.question.waits.none': 'لا سجل يذكر هذا السؤال.',
	'law.on.intro': 'نختار يوما، ونقول ما كان نافذا فيه حسب سجلاتنا، وما لم يكن، وما لا نعرفه.',
	'law.on.ask-all': 'كل النصوص في هذا اليوم',
	'law.on.not-found': 'لا نجد هذا النص',
	'law.on.not-found.text':
		'العنوان الذي فُتح لا يطابق أي نص أو مادة في سجلاتنا. يمكن البحث هنا، أو النظر إلى كل النصوص.',
	'law.on.changes.by-then': 'إلى غاية ذلك اليوم',
	'law.on.changes.later': 'بعد ذلك اليوم',
	'law.on.changes.undated': 'تاريخ بدايته غير معروف',
} as const satisfies Record<string, string>
