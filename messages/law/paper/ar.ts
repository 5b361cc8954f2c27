/** Words of the page that hands out the printed study of the law, in Arabic: the list that every language answers. */
export const paper = {
	'law.paper.title': 'الدراسة على الورق',
	'law.paper.intro':
		'ما تطلبه الاتفاقيات لحماية الأطفال على الإنترنت، وما يجيب به القانون المغربي، وما ينقص. للطباعة، وللقراءة بلا إنترنت، ولمن نريد أن نعطيها له.',
	'law.paper.state': 'الوضع في {day}. بصمة المعطيات: {print}.',
	'law.paper.study': 'الدراسة كاملة',
	'law.paper.study.text': 'جداول مرقمة، تعليل كل سطر، المصادر، أسئلة لأهل القانون، وفهرس للفصول والمواد.',
	'law.paper.summary': 'الدراسة في صفحة',
	'law.paper.summary.text': 'الأرقام، والثغرات، وما من شأنه أن يسدها. ورقة واحدة للاجتماع أو للقسم.',
	'law.paper.file': 'PDF · الصفحات: {pages} · {size}',
	'law.paper.method': 'كيف أُنجزت',
	'law.paper.method.text':
		'عن كل واجب في اتفاقية سؤال واحد: أي فصول أو مواد مغربية تجيب عنه، وإلى أين تصل؟ المقتضيات: {rows}. الاتفاقيات: {conventions}. المصادر: {sources}. وما لم يُعثر عليه يُقال.',
	'law.paper.unread': 'لم يقرأها أي خبير قانوني بعد.',
	'law.paper.alive': 'الدراسة نفسها، حية',
	'law.paper.alive.text': 'على الموقع تُقرأ سطرا سطرا وتُرشح، وتتغير كلما تغير القانون.',
} as const satisfies Record<string, string>
