<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>Boomgate</name>
        <message>
            <source>08:00 / 12:00, or no booking</source>
            <translation>08:00 / 12:00 أو بلا حجز</translation>
        </message>
        <message>
            <source>1 month</source>
            <translation>شهر واحد</translation>
        </message>
        <message>
            <source>1 week</source>
            <translation>أسبوع واحد</translation>
        </message>
        <message>
            <source>1 year</source>
            <translation>سنة واحدة</translation>
        </message>
        <message>
            <source>2026-11-20 10:30, or +2:15</source>
            <translation>2026-11-20 10:30 أو +2:15</translation>
        </message>
        <message>
            <source>3 months</source>
            <translation>3 أشهر</translation>
        </message>
        <message>
            <source>60 min; 25 %; 5.00; full; a rate</source>
            <translation>60 min; 25 %; 5.00; full; فئة</translation>
        </message>
        <message>
            <source>A PIN has at least {digits} digits.</source>
            <translation>يتكوّن الرقم السري من {digits} أرقام على الأقل.</translation>
        </message>
        <message>
            <source>A car came the wrong way</source>
            <translation>جاءت سيارة من الاتجاه المعاكس</translation>
        </message>
        <message>
            <source>A car does not move under the open boom</source>
            <translation>سيارة متوقفة تحت الحاجز المفتوح</translation>
        </message>
        <message>
            <source>A car drove through without permission</source>
            <translation>عبرت سيارة دون إذن</translation>
        </message>
        <message>
            <source>A car stays</source>
            <translation>تقف سيارة</translation>
        </message>
        <message>
            <source>A card is asked to pay for this pass already. Wait for its outcome.</source>
            <translation>هناك دفع بالبطاقة جارٍ لهذه البطاقة. انتظر نتيجته.</translation>
        </message>
        <message>
            <source>A card payment is running for this ticket. Wait for its outcome.</source>
            <translation>هناك دفع بالبطاقة جارٍ لهذه التذكرة. يُرجى انتظار نتيجته.</translation>
        </message>
        <message>
            <source>A copy of Z {number} is printed.</source>
            <translation>تُطبع نسخة من Z {number}.</translation>
        </message>
        <message>
            <source>A file</source>
            <translation>ملف</translation>
        </message>
        <message>
            <source>A gate stood open: where are the passes?</source>
            <translation>بقي الحاجز مفتوحًا: أين البطاقات؟</translation>
        </message>
        <message>
            <source>A loop does not change</source>
            <translation>مستشعر أرضي لا يتغيّر</translation>
        </message>
        <message>
            <source>A lost ticket for {amount}, less than the flat fee</source>
            <translation>تذكرة مفقودة مقابل {amount}، أقل من الرسم الثابت</translation>
        </message>
        <message>
            <source>A name has at most {letters} letters.</source>
            <translation>الاسم لا يزيد على {letters} حرفًا.</translation>
        </message>
        <message>
            <source>A part is less than {due}.</source>
            <translation>الجزء أقل من {due}.</translation>
        </message>
        <message>
            <source>A payment has no clear outcome</source>
            <translation>نتيجة إحدى الدفعات غير واضحة</translation>
        </message>
        <message>
            <source>A shift is open already. Count and close it first.</source>
            <translation>هناك وردية مفتوحة بالفعل. عُدّ النقود وأغلقها أولاً.</translation>
        </message>
        <message>
            <source>A stay</source>
            <translation>وقوف واحد</translation>
        </message>
        <message>
            <source>A supervisor closes them.</source>
            <translation>يغلقها المشرف.</translation>
        </message>
        <message>
            <source>A voucher comes after the ticket</source>
            <translation>القسيمة تأتي بعد التذكرة</translation>
        </message>
        <message>
            <source>A voucher for {amount} is printed.</source>
            <translation>تُطبع قسيمة بمبلغ {amount}.</translation>
        </message>
        <message>
            <source>A4 pages (PDF)</source>
            <translation>صفحات A4 (PDF)</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>مدير النظام</translation>
        </message>
        <message>
            <source>After a test</source>
            <translation>بعد اختبار</translation>
        </message>
        <message>
            <source>Agree</source>
            <translation>موافقة</translation>
        </message>
        <message>
            <source>Agreed price</source>
            <translation>سعر متفق عليه</translation>
        </message>
        <message>
            <source>All barriers are open.</source>
            <translation>جميع الحواجز مفتوحة.</translation>
        </message>
        <message>
            <source>All groups</source>
            <translation>كل المجموعات</translation>
        </message>
        <message>
            <source>All of it went back.</source>
            <translation>أُعيد كله.</translation>
        </message>
        <message>
            <source>All spaces of your group are taken</source>
            <translation>جميع أماكن مجموعتك مشغولة</translation>
        </message>
        <message>
            <source>All stays</source>
            <translation>كل مرات الوقوف</translation>
        </message>
        <message>
            <source>Already paid</source>
            <translation>المدفوع سابقًا</translation>
        </message>
        <message>
            <source>Altogether</source>
            <translation>الإجمالي</translation>
        </message>
        <message>
            <source>Amount</source>
            <translation>المبلغ</translation>
        </message>
        <message>
            <source>An X shows the figures since the last Z. It closes nothing.</source>
            <translation>يعرض تقرير X الأرقام منذ آخر Z ولا يغلق شيئاً.</translation>
        </message>
        <message>
            <source>An hour later</source>
            <translation>بعد ساعة</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>رد</translation>
        </message>
        <message>
            <source>Answer help</source>
            <translation>الرد على طلب المساعدة</translation>
        </message>
        <message>
            <source>Answers nonsense</source>
            <translation>إجابات غير مفهومة</translation>
        </message>
        <message>
            <source>Approval</source>
            <translation>الموافقة</translation>
        </message>
        <message>
            <source>Are you still there?</source>
            <translation>هل ما زلت هنا؟</translation>
        </message>
        <message>
            <source>As it is</source>
            <translation>كما هو الآن</translation>
        </message>
        <message>
            <source>At the booth</source>
            <translation>عند الكشك</translation>
        </message>
        <message>
            <source>Attendant</source>
            <translation>الموظف</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>Back to normal</source>
            <translation>عودة إلى الوضع العادي</translation>
        </message>
        <message>
            <source>Back to the price</source>
            <translation>العودة إلى السعر</translation>
        </message>
        <message>
            <source>Backed out late</source>
            <translation>رجوع متأخر إلى الخلف</translation>
        </message>
        <message>
            <source>Bad print</source>
            <translation>طباعة رديئة</translation>
        </message>
        <message>
            <source>Began again after an error</source>
            <translation>استأنف العمل بعد خطأ</translation>
        </message>
        <message>
            <source>Belongs to</source>
            <translation>يخص</translation>
        </message>
        <message>
            <source>Blind count</source>
            <translation>العدّ المستقل</translation>
        </message>
        <message>
            <source>Block</source>
            <translation>حظر</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>محجوز</translation>
        </message>
        <message>
            <source>Booked from / until</source>
            <translation>الحجز من / إلى</translation>
        </message>
        <message>
            <source>Booking or pass</source>
            <translation>حجز أو بطاقة</translation>
        </message>
        <message>
            <source>Bookings can still enter.</source>
            <translation>يمكن لأصحاب الحجوزات الدخول.</translation>
        </message>
        <message>
            <source>Bookings can still enter. Otherwise, please back out.</source>
            <translation>الدخول بالحجز فقط، وإلا فيرجى الرجوع إلى الخلف.</translation>
        </message>
        <message>
            <source>Boom broken off</source>
            <translation>الحاجز مكسور</translation>
        </message>
        <message>
            <source>Boom closed</source>
            <translation>الحاجز مغلق</translation>
        </message>
        <message>
            <source>Boom failures</source>
            <translation>أعطال الحاجز</translation>
        </message>
        <message>
            <source>Boom moving</source>
            <translation>الحاجز يتحرك</translation>
        </message>
        <message>
            <source>Boom open</source>
            <translation>الحاجز مفتوح</translation>
        </message>
        <message>
            <source>Boom sensors contradict</source>
            <translation>مستشعرات الحاجز متناقضة</translation>
        </message>
        <message>
            <source>Boom stuck</source>
            <translation>الحاجز عالق</translation>
        </message>
        <message>
            <source>Boom up at the start</source>
            <translation>الحاجز مرفوع عند البدء</translation>
        </message>
        <message>
            <source>Booth</source>
            <translation>الكشك</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>مكسور</translation>
        </message>
        <message>
            <source>By</source>
            <translation>بواسطة</translation>
        </message>
        <message>
            <source>By day</source>
            <translation>حسب اليوم</translation>
        </message>
        <message>
            <source>By length of stay</source>
            <translation>حسب مدة الوقوف</translation>
        </message>
        <message>
            <source>By rate</source>
            <translation>حسب الفئة السعرية</translation>
        </message>
        <message>
            <source>By the rate {rate}</source>
            <translation>حسب الفئة {rate}</translation>
        </message>
        <message>
            <source>COPY</source>
            <translation>نسخة</translation>
        </message>
        <message>
            <source>Call somebody</source>
            <translation>استدعاء موظف</translation>
        </message>
        <message>
            <source>Calling</source>
            <translation>جارٍ الاتصال</translation>
        </message>
        <message>
            <source>Came after the payment was given up</source>
            <translation>وصل بعد التخلي عن الدفعة</translation>
        </message>
        <message>
            <source>Came in at? 8:15, or 18.11. 22:30</source>
            <translation>متى دخل؟ 8:15 أو 18.11. 22:30</translation>
        </message>
        <message>
            <source>Came in unseen</source>
            <translation>دخل دون أن يُرى</translation>
        </message>
        <message>
            <source>Came too late: give it back</source>
            <translation>وصل متأخراً: أعِده</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Cancel the card</source>
            <translation>إلغاء البطاقة</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>جارٍ الإلغاء</translation>
        </message>
        <message>
            <source>Cannot be collected</source>
            <translation>يتعذر تحصيله</translation>
        </message>
        <message>
            <source>Cannot give change</source>
            <translation>لا يوجد فكّة</translation>
        </message>
        <message>
            <source>Cap for the stay</source>
            <translation>الحد الأقصى للوقوف</translation>
        </message>
        <message>
            <source>Cap on overstay</source>
            <translation>الحد الأقصى لرسوم التجاوز</translation>
        </message>
        <message>
            <source>Car does not move</source>
            <translation>السيارة لا تتحرك</translation>
        </message>
        <message>
            <source>Car is there</source>
            <translation>السيارة موجودة</translation>
        </message>
        <message>
            <source>Car reported by hand</source>
            <translation>سيارة أُبلغ عنها يدويًا</translation>
        </message>
        <message>
            <source>Car waiting</source>
            <translation>سيارة تنتظر</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>بطاقة</translation>
        </message>
        <message>
            <source>Card did not work</source>
            <translation>لم تعمل البطاقة</translation>
        </message>
        <message>
            <source>Card or phone</source>
            <translation>بطاقة أو هاتف</translation>
        </message>
        <message>
            <source>Card payments cannot be reached</source>
            <translation>تعذّر الوصول إلى خدمة البطاقات</translation>
        </message>
        <message>
            <source>Card terminal</source>
            <translation>قارئ البطاقات</translation>
        </message>
        <message>
            <source>Card: no answer</source>
            <translation>البطاقة: لا رد</translation>
        </message>
        <message>
            <source>Cars</source>
            <translation>السيارات</translation>
        </message>
        <message>
            <source>Cars without a stay: {count}</source>
            <translation>سيارات بلا وقوف مسجل: {count}</translation>
        </message>
        <message>
            <source>Cash</source>
            <translation>نقدًا</translation>
        </message>
        <message>
            <source>Cash drawer</source>
            <translation>درج النقد</translation>
        </message>
        <message>
            <source>Cash paid in or out</source>
            <translation>إيداعات ومصروفات نقدية</translation>
        </message>
        <message>
            <source>Cash refunds</source>
            <translation>مبالغ نقدية مُعادة</translation>
        </message>
        <message>
            <source>Cash sales</source>
            <translation>مبيعات نقدية</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>الصندوق</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>السبب الأول</translation>
        </message>
        <message>
            <source>Centre disagrees</source>
            <translation>المركز لا يوافق</translation>
        </message>
        <message>
            <source>Centre disagrees: call the technician</source>
            <translation>المركز لا يوافق: اتصل بالفني</translation>
        </message>
        <message>
            <source>Centre down</source>
            <translation>المركز متوقف</translation>
        </message>
        <message>
            <source>Centre: all sent, {ago} ago</source>
            <translation>المركز: أُرسل كل شيء قبل {ago}</translation>
        </message>
        <message>
            <source>Centre: all sent, {seconds} s ago</source>
            <translation>المركز: أُرسل كل شيء قبل {seconds} ث</translation>
        </message>
        <message>
            <source>Centre: connected</source>
            <translation>المركز: متصل</translation>
        </message>
        <message>
            <source>Centre: sending {count}</source>
            <translation>المركز: جارٍ إرسال {count}</translation>
        </message>
        <message>
            <source>Change</source>
            <translation>الباقي</translation>
        </message>
        <message>
            <source>Change a fee by {amount}</source>
            <translation>تغيير رسم بمقدار {amount}</translation>
        </message>
        <message>
            <source>Change as a voucher</source>
            <translation>الباقي كقسيمة</translation>
        </message>
        <message>
            <source>Change from the bank</source>
            <translation>فكة من البنك</translation>
        </message>
        <message>
            <source>Change given</source>
            <translation>الباقي المدفوع</translation>
        </message>
        <message>
            <source>Change is short: the drawer cannot give {short}</source>
            <translation>الفكة ناقصة: الدرج لا يستطيع إرجاع {short}</translation>
        </message>
        <message>
            <source>Change mode</source>
            <translation>تغيير الوضع</translation>
        </message>
        <message>
            <source>Change my PIN</source>
            <translation>تغيير رقمي السري</translation>
        </message>
        <message>
            <source>Change not given</source>
            <translation>باقٍ لم يُدفع</translation>
        </message>
        <message>
            <source>Change the fee</source>
            <translation>تغيير الرسم</translation>
        </message>
        <message>
            <source>Change voucher</source>
            <translation>قسيمة باقٍ</translation>
        </message>
        <message>
            <source>Change vouchers issued</source>
            <translation>قسائم باقٍ صادرة</translation>
        </message>
        <message>
            <source>Change vouchers paid out</source>
            <translation>قسائم باقٍ مدفوعة نقدًا</translation>
        </message>
        <message>
            <source>Change vouchers redeemed</source>
            <translation>قسائم باقٍ مستخدمة</translation>
        </message>
        <message>
            <source>Change: {change}</source>
            <translation>الباقي: {change}</translation>
        </message>
        <message>
            <source>Changed by hand</source>
            <translation>عُدّل يدويًا</translation>
        </message>
        <message>
            <source>Charged with the earlier stay</source>
            <translation>محسوب مع الوقوف السابق</translation>
        </message>
        <message>
            <source>Charged, no answer</source>
            <translation>خُصم المبلغ دون رد</translation>
        </message>
        <message>
            <source>Cheaper</source>
            <translation>أرخص</translation>
        </message>
        <message>
            <source>Check the code, or press Help.</source>
            <translation>تحقّق من الرمز أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Checking</source>
            <translation>جارٍ التحقق</translation>
        </message>
        <message>
            <source>Choose</source>
            <translation>اختيار</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Clock changed</source>
            <translation>تغيير الساعة</translation>
        </message>
        <message>
            <source>Clock is right</source>
            <translation>الساعة صحيحة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Close a shift whose drawer is far off</source>
            <translation>إغلاق وردية بفرق كبير في الدرج</translation>
        </message>
        <message>
            <source>Close the shift</source>
            <translation>إغلاق الوردية</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>مغلق</translation>
        </message>
        <message>
            <source>Closed at</source>
            <translation>وقت الإغلاق</translation>
        </message>
        <message>
            <source>Closed by</source>
            <translation>أغلقه</translation>
        </message>
        <message>
            <source>Closed to all</source>
            <translation>مغلق للجميع</translation>
        </message>
        <message>
            <source>Closed, with your note.</source>
            <translation>أُغلقت مع ملاحظتك.</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>يُغلق</translation>
        </message>
        <message>
            <source>Closing time</source>
            <translation>وقت الإغلاق</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Collected</source>
            <translation>المستلمة</translation>
        </message>
        <message>
            <source>Come back later, or take a ticket.</source>
            <translation>عُد لاحقًا أو خذ تذكرة.</translation>
        </message>
        <message>
            <source>Comparison of rates</source>
            <translation>مقارنة التعرفات</translation>
        </message>
        <message>
            <source>Complaint accepted</source>
            <translation>قُبلت الشكوى</translation>
        </message>
        <message>
            <source>Connection lost</source>
            <translation>انقطع الاتصال</translation>
        </message>
        <message>
            <source>Correction</source>
            <translation>مستند تصحيح</translation>
        </message>
        <message>
            <source>Corrects receipt</source>
            <translation>يصحح الإيصال</translation>
        </message>
        <message>
            <source>Count</source>
            <translation>العدد</translation>
        </message>
        <message>
            <source>Count and close</source>
            <translation>العدّ والإغلاق</translation>
        </message>
        <message>
            <source>Count and hand over</source>
            <translation>العدّ والتسليم</translation>
        </message>
        <message>
            <source>Count the drawer</source>
            <translation>عدّ الدرج</translation>
        </message>
        <message>
            <source>Count the float</source>
            <translation>عدّ رصيد البداية</translation>
        </message>
        <message>
            <source>Count the float into the drawer and open one.</source>
            <translation>عُدّ رصيد البداية في الدرج وافتح وردية.</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>المعدود</translation>
        </message>
        <message>
            <source>Counter</source>
            <translation>الصندوق</translation>
        </message>
        <message>
            <source>Cover is open</source>
            <translation>الغطاء مفتوح</translation>
        </message>
        <message>
            <source>Covered by a pass</source>
            <translation>مشمول بالاشتراك</translation>
        </message>
        <message>
            <source>Currency</source>
            <translation>العملة</translation>
        </message>
        <message>
            <source>Daily cap</source>
            <translation>الحد الأقصى اليومي</translation>
        </message>
        <message>
            <source>Daily cap × {days}</source>
            <translation>الحد الأقصى اليومي × {days}</translation>
        </message>
        <message>
            <source>Damaged</source>
            <translation>تالفة</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>التاريخ</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>اليوم</translation>
        </message>
        <message>
            <source>Day rate</source>
            <translation>سعر اليوم</translation>
        </message>
        <message>
            <source>Day rate × {days}</source>
            <translation>سعر اليوم × {days}</translation>
        </message>
        <message>
            <source>Dearer</source>
            <translation>أغلى</translation>
        </message>
        <message>
            <source>Debts and change vouchers</source>
            <translation>الديون وقسائم الباقي</translation>
        </message>
        <message>
            <source>Debts forgiven</source>
            <translation>ديون متنازل عنها</translation>
        </message>
        <message>
            <source>Debts paid</source>
            <translation>ديون مدفوعة</translation>
        </message>
        <message>
            <source>Debts paid or forgiven</source>
            <translation>ديون مدفوعة أو متنازل عنها</translation>
        </message>
        <message>
            <source>Declined card</source>
            <translation>بطاقة مرفوضة</translation>
        </message>
        <message>
            <source>Delete the last digit</source>
            <translation>حذف الرقم الأخير</translation>
        </message>
        <message>
            <source>Delivery or emergency</source>
            <translation>توصيل أو طوارئ</translation>
        </message>
        <message>
            <source>Demand {percent} %</source>
            <translation>الطلب {percent} %</translation>
        </message>
        <message>
            <source>Demo: the PIN is {pin}</source>
            <translation>عرض تجريبي: الرقم السري {pin}</translation>
        </message>
        <message>
            <source>Detail</source>
            <translation>التفصيل</translation>
        </message>
        <message>
            <source>Device out of order</source>
            <translation>الجهاز معطّل</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>الفرق</translation>
        </message>
        <message>
            <source>Do not charge again. It is being asked.</source>
            <translation>لا تخصم مرة أخرى. جارٍ الاستعلام.</translation>
        </message>
        <message>
            <source>Do not drive in.</source>
            <translation>لا تدخل.</translation>
        </message>
        <message>
            <source>Do something else</source>
            <translation>القيام بشيء آخر</translation>
        </message>
        <message>
            <source>Does not answer</source>
            <translation>لا يستجيب</translation>
        </message>
        <message>
            <source>Done. The next use of each pass decides where it is.</source>
            <translation>تم. الاستخدام التالي لكل بطاقة يحدد مكانها.</translation>
        </message>
        <message>
            <source>Done: {amount}</source>
            <translation>تم: {amount}</translation>
        </message>
        <message>
            <source>Done: {price} for the pass of {holder}.</source>
            <translation>تم: {price} لبطاقة {holder}.</translation>
        </message>
        <message>
            <source>Done: {price} for the pass of {holder}. Give back {change}.</source>
            <translation>تم: {price} لبطاقة {holder}. أعِد {change}.</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>أسفل</translation>
        </message>
        <message>
            <source>Drawer opened without a sale</source>
            <translation>فتح الدرج دون بيع</translation>
        </message>
        <message>
            <source>Drawer over or short</source>
            <translation>زيادة أو نقص في الدرج</translation>
        </message>
        <message>
            <source>Drive in</source>
            <translation>تفضّل بالدخول</translation>
        </message>
        <message>
            <source>Drive out</source>
            <translation>تفضّل بالخروج</translation>
        </message>
        <message>
            <source>Drive out now.</source>
            <translation>اخرج الآن.</translation>
        </message>
        <message>
            <source>Drive-through within {minutes} min</source>
            <translation>عبور خلال {minutes} د</translation>
        </message>
        <message>
            <source>Driver changed their mind</source>
            <translation>غيّر السائق رأيه</translation>
        </message>
        <message>
            <source>Driver lost it</source>
            <translation>أضاعها السائق</translation>
        </message>
        <message>
            <source>Driver waives {short}</source>
            <translation>يتنازل السائق عن {short}</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>إيداع من الدرج</translation>
        </message>
        <message>
            <source>Drops</source>
            <translation>سحوبات إلى الخزنة</translation>
        </message>
        <message>
            <source>Drove out unseen</source>
            <translation>خرج دون أن يُرى</translation>
        </message>
        <message>
            <source>Drove through without permission</source>
            <translation>عبور دون إذن</translation>
        </message>
        <message>
            <source>Earlier paper</source>
            <translation>الورقة السابقة</translation>
        </message>
        <message>
            <source>Emergency</source>
            <translation>طوارئ</translation>
        </message>
        <message>
            <source>End evacuation</source>
            <translation>إنهاء الإخلاء</translation>
        </message>
        <message>
            <source>End keep open</source>
            <translation>إنهاء الإبقاء مفتوحًا</translation>
        </message>
        <message>
            <source>Ending within two weeks</source>
            <translation>تنتهي خلال أسبوعين</translation>
        </message>
        <message>
            <source>Enrol</source>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Enrolled by mistake</source>
            <translation>أضيف بالخطأ</translation>
        </message>
        <message>
            <source>Enter goes to the next. What you leave empty counts as none.</source>
            <translation>Enter ينتقل إلى التالي. ما تتركه فارغاً يُحسب صفراً.</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>وقت الدخول</translation>
        </message>
        <message>
            <source>Entered {at} · {at:date}</source>
            <translation>وقت الدخول {at} · {at:date}</translation>
        </message>
        <message>
            <source>Entries</source>
            <translation>الدخلات</translation>
        </message>
        <message>
            <source>Entries left</source>
            <translation>مرات الدخول المتبقية</translation>
        </message>
        <message>
            <source>Entry times proven</source>
            <translation>أوقات دخول مثبتة</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Evacuation</source>
            <translation>إخلاء</translation>
        </message>
        <message>
            <source>Evacuations</source>
            <translation>عمليات الإخلاء</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>فعالية</translation>
        </message>
        <message>
            <source>Every stay that is over gets a price under the file. Lanes go on; nothing is changed.</source>
            <translation>كل وقوف انتهى يحصل على سعر حسب الملف. تستمر المسارات في العمل؛ لا يتغير شيء.</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>المبلغ بالضبط</translation>
        </message>
        <message>
            <source>Exceptions</source>
            <translation>الاستثناءات</translation>
        </message>
        <message>
            <source>Exceptions: {count}</source>
            <translation>الاستثناءات: {count}</translation>
        </message>
        <message>
            <source>Exit</source>
            <translation>الخروج</translation>
        </message>
        <message>
            <source>Exit pass</source>
            <translation>تصريح خروج</translation>
        </message>
        <message>
            <source>Exits given up late</source>
            <translation>خروج أُلغي متأخرًا</translation>
        </message>
        <message>
            <source>Exits that nobody saw</source>
            <translation>خروج لم يره أحد</translation>
        </message>
        <message>
            <source>Exits without payment</source>
            <translation>خروج دون دفع</translation>
        </message>
        <message>
            <source>Expected</source>
            <translation>المتوقع</translation>
        </message>
        <message>
            <source>Facts not sent yet</source>
            <translation>قيود لم تُرسل بعد</translation>
        </message>
        <message>
            <source>Facts that do not fit</source>
            <translation>قيود متعارضة</translation>
        </message>
        <message>
            <source>Facts up to</source>
            <translation>القيود حتى</translation>
        </message>
        <message>
            <source>False alarm</source>
            <translation>إنذار كاذب</translation>
        </message>
        <message>
            <source>Fault repaired</source>
            <translation>أُصلح العطل</translation>
        </message>
        <message>
            <source>Faults: {count}</source>
            <translation>الأعطال: {count}</translation>
        </message>
        <message>
            <source>Fire alarm</source>
            <translation>إنذار حريق</translation>
        </message>
        <message>
            <source>Fire service gave the all-clear</source>
            <translation>أعلن رجال الإطفاء زوال الخطر</translation>
        </message>
        <message>
            <source>Fire: open</source>
            <translation>حريق: مفتوح</translation>
        </message>
        <message>
            <source>First receipt</source>
            <translation>أول إيصال</translation>
        </message>
        <message>
            <source>First {minutes} min</source>
            <translation>أول {minutes} د</translation>
        </message>
        <message>
            <source>First {minutes} min free</source>
            <translation>أول {minutes} د مجانًا</translation>
        </message>
        <message>
            <source>Flat fee</source>
            <translation>رسم ثابت</translation>
        </message>
        <message>
            <source>Flat price</source>
            <translation>سعر ثابت</translation>
        </message>
        <message>
            <source>Flat price × {count}</source>
            <translation>سعر ثابت × {count}</translation>
        </message>
        <message>
            <source>Float</source>
            <translation>رصيد الفكة</translation>
        </message>
        <message>
            <source>Float {amount}. Change is checked against the drawer.</source>
            <translation>رصيد البداية {amount}. يُتحقق من الباقي مقابل الدرج.</translation>
        </message>
        <message>
            <source>Followed another car out</source>
            <translation>خرجت خلف سيارة أخرى</translation>
        </message>
        <message>
            <source>Forget where all are</source>
            <translation>نسيان أماكن الكل</translation>
        </message>
        <message>
            <source>Forget where all passes are</source>
            <translation>انسَ مكان كل البطاقات</translation>
        </message>
        <message>
            <source>Forget where it is</source>
            <translation>نسيان مكانها</translation>
        </message>
        <message>
            <source>Forgive a debt of {amount}</source>
            <translation>إعفاء من دين قدره {amount}</translation>
        </message>
        <message>
            <source>Forgive the debt</source>
            <translation>إعفاء من الدين</translation>
        </message>
        <message>
            <source>Forgiven: {amount}</source>
            <translation>أُعفي من: {amount}</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>Found again</source>
            <translation>عُثر عليها</translation>
        </message>
        <message>
            <source>Found money</source>
            <translation>نقود عُثر عليها</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>متاح</translation>
        </message>
        <message>
            <source>Free parking</source>
            <translation>وقوف مجاني</translation>
        </message>
        <message>
            <source>Free: {count}</source>
            <translation>متاح: {count}</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>From {price}, by time of day</source>
            <translation>ابتداءً من {price} حسب وقت اليوم</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>ممتلئ</translation>
        </message>
        <message>
            <source>Gap</source>
            <translation>فجوة</translation>
        </message>
        <message>
            <source>Garage</source>
            <translation>المرآب</translation>
        </message>
        <message>
            <source>Garage is full</source>
            <translation>المرآب ممتلئ</translation>
        </message>
        <message>
            <source>Gate board</source>
            <translation>لوحة الحاجز</translation>
        </message>
        <message>
            <source>Gate stood open</source>
            <translation>كان الحاجز مفتوحاً</translation>
        </message>
        <message>
            <source>Give back</source>
            <translation>أعد</translation>
        </message>
        <message>
            <source>Give back in cash</source>
            <translation>إعادة نقداً</translation>
        </message>
        <message>
            <source>Give it a ticket</source>
            <translation>إصدار تذكرة لها</translation>
        </message>
        <message>
            <source>Give {amount} back</source>
            <translation>إعادة {amount}</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>المستلَم</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>أُعيد</translation>
        </message>
        <message>
            <source>Given back: {amount}</source>
            <translation>أُعيد: {amount}</translation>
        </message>
        <message>
            <source>Given back: {amount}. Take it from the drawer.</source>
            <translation>أُعيد: {amount}. خذه من الدرج.</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>صالحة</translation>
        </message>
        <message>
            <source>Good card</source>
            <translation>بطاقة سليمة</translation>
        </message>
        <message>
            <source>Good once: for cash at the till, or to pay for parking.</source>
            <translation>صالحة مرة واحدة: نقدًا عند الصندوق أو لدفع رسوم الوقوف.</translation>
        </message>
        <message>
            <source>Goodbye</source>
            <translation>مع السلامة</translation>
        </message>
        <message>
            <source>Goodbye, drive safely</source>
            <translation>مع السلامة، قيادة آمنة</translation>
        </message>
        <message>
            <source>Gross</source>
            <translation>الإجمالي</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>المجموعة</translation>
        </message>
        <message>
            <source>Group of the pass</source>
            <translation>مجموعة البطاقة</translation>
        </message>
        <message>
            <source>Group: {name}</source>
            <translation>المجموعة: {name}</translation>
        </message>
        <message>
            <source>Grouped by</source>
            <translation>حسب</translation>
        </message>
        <message>
            <source>Groups: inside now</source>
            <translation>المجموعات: في الداخل الآن</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>تسليم</translation>
        </message>
        <message>
            <source>Have a voucher? Hold it to the reader.</source>
            <translation>لديك قسيمة؟ قرّبها من القارئ.</translation>
        </message>
        <message>
            <source>Have your ticket ready.</source>
            <translation>جهّز تذكرتك.</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>مساعدة</translation>
        </message>
        <message>
            <source>Hold it flat and still, or type it in.</source>
            <translation>أمسكه مستويًا وثابتًا، أو أدخله يدويًا.</translation>
        </message>
        <message>
            <source>Hold it to the card reader</source>
            <translation>قرّبها من قارئ البطاقات</translation>
        </message>
        <message>
            <source>Hold one to the scanner, or pick one from the list.</source>
            <translation>قرّب بطاقة من الماسح أو اختر من القائمة.</translation>
        </message>
        <message>
            <source>Hold the code to the reader, or type it</source>
            <translation>قرّب الرمز من القارئ أو أدخله</translation>
        </message>
        <message>
            <source>Hold this code to the reader at the exit.</source>
            <translation>قرّب هذا الرمز من القارئ عند الخروج.</translation>
        </message>
        <message>
            <source>Hold this code to the reader before you pay. Good once.</source>
            <translation>قرّب هذا الرمز من القارئ قبل الدفع. صالح مرة واحدة.</translation>
        </message>
        <message>
            <source>Hold this code to the reader when you drive in and out.</source>
            <translation>قرّب هذا الرمز من القارئ عند الدخول والخروج.</translation>
        </message>
        <message>
            <source>Hold your card or phone to the reader</source>
            <translation>قرّب بطاقتك أو هاتفك من القارئ</translation>
        </message>
        <message>
            <source>Hold your ticket to the reader</source>
            <translation>قرّب تذكرتك من القارئ</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>صاحب البطاقة</translation>
        </message>
        <message>
            <source>How full, in %</source>
            <translation>نسبة الإشغال %</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>العدد</translation>
        </message>
        <message>
            <source>How many of {value}</source>
            <translation>كم قطعة من {value}</translation>
        </message>
        <message>
            <source>How many, up to {most}</source>
            <translation>العدد، {most} على الأكثر</translation>
        </message>
        <message>
            <source>IOU</source>
            <translation>تعهّد بالدفع</translation>
        </message>
        <message>
            <source>In</source>
            <translation>دخول</translation>
        </message>
        <message>
            <source>In force now</source>
            <translation>السعر الساري الآن</translation>
        </message>
        <message>
            <source>In the slot: take it</source>
            <translation>في الفتحة: خذها</translation>
        </message>
        <message>
            <source>In your hand: {place} of {count}</source>
            <translation>في يدك: {place} من {count}</translation>
        </message>
        <message>
            <source>Inside</source>
            <translation>في الداخل</translation>
        </message>
        <message>
            <source>Inside before</source>
            <translation>في الداخل سابقًا</translation>
        </message>
        <message>
            <source>Inside now</source>
            <translation>في الداخل الآن</translation>
        </message>
        <message>
            <source>Into the safe</source>
            <translation>إلى الخزنة</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>الصادرة</translation>
        </message>
        <message>
            <source>It stands under the square</source>
            <translation>مكتوب أسفل المربّع</translation>
        </message>
        <message>
            <source>It was not paid</source>
            <translation>لم يتم الدفع</translation>
        </message>
        <message>
            <source>It was paid</source>
            <translation>تم الدفع</translation>
        </message>
        <message>
            <source>It was this one</source>
            <translation>هذا هو</translation>
        </message>
        <message>
            <source>Its ticket comes out of the printer here. Its code: {code}</source>
            <translation>تخرج تذكرتها من الطابعة هنا. رمزها: {code}</translation>
        </message>
        <message>
            <source>Journal head</source>
            <translation>بصمة السجل</translation>
        </message>
        <message>
            <source>Journal: {seq} facts, head {head}</source>
            <translation>السجل: {seq} واقعة، الرأس {head}</translation>
        </message>
        <message>
            <source>Keep it there until the reader beeps.</source>
            <translation>أبقِها حتى يصدر القارئ صوتًا.</translation>
        </message>
        <message>
            <source>Keep it with you. You pay with it before you leave.</source>
            <translation>احتفظ بها معك. ستدفع بها قبل الخروج.</translation>
        </message>
        <message>
            <source>Keep open</source>
            <translation>إبقاء مفتوحًا</translation>
        </message>
        <message>
            <source>Kept open</source>
            <translation>مفتوح باستمرار</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>المسار</translation>
        </message>
        <message>
            <source>Lane is stuck</source>
            <translation>المسار عالق</translation>
        </message>
        <message>
            <source>Lane mode changed</source>
            <translation>تغيير وضع المسار</translation>
        </message>
        <message>
            <source>Lane reset</source>
            <translation>إعادة ضبط المسار</translation>
        </message>
        <message>
            <source>Lane was out of order</source>
            <translation>كان المسار معطلًا</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>المسارات</translation>
        </message>
        <message>
            <source>Lanes out of service</source>
            <translation>مسارات خارج الخدمة</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>أكبر</translation>
        </message>
        <message>
            <source>Last receipt</source>
            <translation>آخر إيصال</translation>
        </message>
        <message>
            <source>Late answer</source>
            <translation>رد متأخر</translation>
        </message>
        <message>
            <source>Later paper</source>
            <translation>الورقة التالية</translation>
        </message>
        <message>
            <source>Leave by</source>
            <translation>الخروج قبل</translation>
        </message>
        <message>
            <source>Leave by this time</source>
            <translation>اخرج قبل هذا الوقت</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>وقت الخروج</translation>
        </message>
        <message>
            <source>Left the company</source>
            <translation>ترك الشركة</translation>
        </message>
        <message>
            <source>Length of stay</source>
            <translation>مدة الوقوف</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>إنهاء العمل</translation>
        </message>
        <message>
            <source>Let in by</source>
            <translation>وسيلة الدخول</translation>
        </message>
        <message>
            <source>Lock</source>
            <translation>قفل</translation>
        </message>
        <message>
            <source>Longer</source>
            <translation>أطول</translation>
        </message>
        <message>
            <source>Looked at: all is well</source>
            <translation>روجعت: كل شيء سليم</translation>
        </message>
        <message>
            <source>Loop A does not change</source>
            <translation>الحلقة A لا تتغيّر</translation>
        </message>
        <message>
            <source>Loop A stuck</source>
            <translation>المستشعر A عالق</translation>
        </message>
        <message>
            <source>Loop A {level}</source>
            <translation>المستشعر A {level}</translation>
        </message>
        <message>
            <source>Loop B does not change</source>
            <translation>الحلقة B لا تتغيّر</translation>
        </message>
        <message>
            <source>Loop B {level}</source>
            <translation>المستشعر B {level}</translation>
        </message>
        <message>
            <source>Loop does not see the car</source>
            <translation>المستشعر لا يرى السيارة</translation>
        </message>
        <message>
            <source>Lost or stolen</source>
            <translation>مفقودة أو مسروقة</translation>
        </message>
        <message>
            <source>Lost ticket</source>
            <translation>تذكرة مفقودة</translation>
        </message>
        <message>
            <source>Lost tickets</source>
            <translation>تذاكر مفقودة</translation>
        </message>
        <message>
            <source>Machine kept it</source>
            <translation>احتفظت بها الآلة</translation>
        </message>
        <message>
            <source>Maintenance</source>
            <translation>صيانة</translation>
        </message>
        <message>
            <source>Make something go wrong</source>
            <translation>أحدِث عطلًا</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>طريقة الدفع</translation>
        </message>
        <message>
            <source>Mistake</source>
            <translation>خطأ</translation>
        </message>
        <message>
            <source>Mistake in the file</source>
            <translation>خطأ في الملف</translation>
        </message>
        <message>
            <source>Mistakes: {count}. Mend them and open the file again; nothing of it is used.</source>
            <translation>الأخطاء: {count}. صحّحها وافتح الملف من جديد؛ لا يُستخدم منه شيء.</translation>
        </message>
        <message>
            <source>Misused</source>
            <translation>أُسيء استخدامها</translation>
        </message>
        <message>
            <source>Mode</source>
            <translation>الوضع</translation>
        </message>
        <message>
            <source>Mode of all entries</source>
            <translation>وضع كل المداخل</translation>
        </message>
        <message>
            <source>Mode of the zone</source>
            <translation>وضع المنطقة</translation>
        </message>
        <message>
            <source>Money that came too late</source>
            <translation>أموال وصلت متأخرة</translation>
        </message>
        <message>
            <source>Motorcycle</source>
            <translation>دراجة نارية</translation>
        </message>
        <message>
            <source>Moving</source>
            <translation>يتحرك</translation>
        </message>
        <message>
            <source>Multi-entry pass</source>
            <translation>بطاقة مرات دخول متعددة</translation>
        </message>
        <message>
            <source>Must be in the drawer</source>
            <translation>يجب أن يكون في الدرج</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Name and role</source>
            <translation>الاسم والدور</translation>
        </message>
        <message>
            <source>Name and role of {name}</source>
            <translation>اسم ودور {name}</translation>
        </message>
        <message>
            <source>Needs you</source>
            <translation>يحتاج إليك</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>الصافي</translation>
        </message>
        <message>
            <source>Never applies</source>
            <translation>لا ينطبق أبدًا</translation>
        </message>
        <message>
            <source>Never got one</source>
            <translation>لم يحصل على واحدة</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>رقم سري جديد</translation>
        </message>
        <message>
            <source>New PIN for {name}</source>
            <translation>رقم سري جديد لـ {name}</translation>
        </message>
        <message>
            <source>New PIN, at least {digits} digits</source>
            <translation>رقم سري جديد، {digits} أرقام على الأقل</translation>
        </message>
        <message>
            <source>New car</source>
            <translation>سيارة جديدة</translation>
        </message>
        <message>
            <source>New person</source>
            <translation>شخص جديد</translation>
        </message>
        <message>
            <source>Next ones</source>
            <translation>التالية</translation>
        </message>
        <message>
            <source>Night cap</source>
            <translation>الحد الأقصى الليلي</translation>
        </message>
        <message>
            <source>Night cap × {nights}</source>
            <translation>الحد الأقصى الليلي × {nights}</translation>
        </message>
        <message>
            <source>Nil exit</source>
            <translation>خروج دون دفع</translation>
        </message>
        <message>
            <source>No Z was taken yet. Counting and closing a shift takes one.</source>
            <translation>لم يؤخذ أي Z بعد. عدّ الوردية وإغلاقها يُنشئ واحداً.</translation>
        </message>
        <message>
            <source>No answer yet: pick it to ask again</source>
            <translation>لا جواب بعد: اخترها للسؤال من جديد</translation>
        </message>
        <message>
            <source>No car waits there, or it is being served. Choose the exit where it stands.</source>
            <translation>لا توجد سيارة هناك، أو تجري خدمتها. اختر المخرج الذي تقف عنده.</translation>
        </message>
        <message>
            <source>No card terminal works here. Take cash.</source>
            <translation>لا يوجد هنا جهاز بطاقات. خذ نقدًا.</translation>
        </message>
        <message>
            <source>No centre</source>
            <translation>لا يوجد مركز</translation>
        </message>
        <message>
            <source>No charge at this time</source>
            <translation>مجانًا في هذا الوقت</translation>
        </message>
        <message>
            <source>No entries are left on this pass</source>
            <translation>لم تبق دخلات على هذه البطاقة</translation>
        </message>
        <message>
            <source>No exceptions</source>
            <translation>لا استثناءات</translation>
        </message>
        <message>
            <source>No faults</source>
            <translation>لا أعطال</translation>
        </message>
        <message>
            <source>No gate board</source>
            <translation>لا توجد لوحة حاجز</translation>
        </message>
        <message>
            <source>No lanes are set up.</source>
            <translation>لم تُهيّأ أي مسارات.</translation>
        </message>
        <message>
            <source>No mistakes, and nothing odd.</source>
            <translation>لا أخطاء ولا شيء غريب.</translation>
        </message>
        <message>
            <source>No mistakes. Looking for what is odd …</source>
            <translation>لا أخطاء. جارٍ البحث عمّا هو غريب …</translation>
        </message>
        <message>
            <source>No mistakes. Things to look at: {count}.</source>
            <translation>لا أخطاء. أمور للمراجعة: {count}.</translation>
        </message>
        <message>
            <source>No money at hand</source>
            <translation>لا نقود لديه</translation>
        </message>
        <message>
            <source>No money is left on this pass</source>
            <translation>لم يبق رصيد على هذه البطاقة</translation>
        </message>
        <message>
            <source>No paper</source>
            <translation>لا يوجد ورق</translation>
        </message>
        <message>
            <source>No paper yet</source>
            <translation>لا ورق بعد</translation>
        </message>
        <message>
            <source>No pass chosen</source>
            <translation>لم تُختر بطاقة</translation>
        </message>
        <message>
            <source>No payment is in doubt.</source>
            <translation>لا توجد دفعة مشكوك فيها.</translation>
        </message>
        <message>
            <source>No printer took it. Its code: {code}</source>
            <translation>لم تقبلها أي طابعة. رمزها: {code}</translation>
        </message>
        <message>
            <source>No printer took the new ticket. Write its code down: {code}</source>
            <translation>لم تقبل أي طابعة التذكرة الجديدة. اكتب رمزها: {code}</translation>
        </message>
        <message>
            <source>No shift open</source>
            <translation>لا وردية مفتوحة</translation>
        </message>
        <message>
            <source>No stay is open that began before then.</source>
            <translation>لا يوجد وقوف مفتوح بدأ قبل ذلك.</translation>
        </message>
        <message>
            <source>No tariff was published yet</source>
            <translation>لم تُنشر أي تعرفة بعد</translation>
        </message>
        <message>
            <source>No ticket on the counter</source>
            <translation>لا تذكرة قيد المعالجة</translation>
        </message>
        <message>
            <source>No ticket?</source>
            <translation>لا توجد تذكرة؟</translation>
        </message>
        <message>
            <source>No tickets</source>
            <translation>لا تذاكر</translation>
        </message>
        <message>
            <source>No tickets right now</source>
            <translation>لا تذاكر حاليًا</translation>
        </message>
        <message>
            <source>Nobody does that to themselves. Ask another person to do it.</source>
            <translation>لا يفعل أحد ذلك بنفسه. اطلب من شخص آخر أن يفعله.</translation>
        </message>
        <message>
            <source>Nobody else here has the right to agree to that.</source>
            <translation>لا أحد غيرك هنا يملك حق الموافقة على ذلك.</translation>
        </message>
        <message>
            <source>Nobody knows yet whether {price} were taken. Do not take them again.</source>
            <translation>لا نعرف بعد إن كان {price} قد خُصم. لا تأخذ المبلغ مرة أخرى.</translation>
        </message>
        <message>
            <source>Nobody owes anything.</source>
            <translation>لا أحد مدين بشيء.</translation>
        </message>
        <message>
            <source>Nobody who may sign on here works here any more. Call the owner.</source>
            <translation>لم يعد يعمل هنا أحد ممن يحق لهم تسجيل الدخول. اتصل بالمالك.</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>عادي</translation>
        </message>
        <message>
            <source>Not accounted for</source>
            <translation>غير محسوبة</translation>
        </message>
        <message>
            <source>Not connected</source>
            <translation>غير متصل</translation>
        </message>
        <message>
            <source>Not enough: {missing} missing</source>
            <translation>غير كافٍ: ينقص {missing}</translation>
        </message>
        <message>
            <source>Not known</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>Not paid</source>
            <translation>غير مدفوعة</translation>
        </message>
        <message>
            <source>Not wired</source>
            <translation>غير موصول</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Notes and coins</source>
            <translation>أوراق وعملات</translation>
        </message>
        <message>
            <source>Nothing came too late.</source>
            <translation>لم يصل شيء متأخراً.</translation>
        </message>
        <message>
            <source>Nothing is known of the stay</source>
            <translation>لا يُعرف شيء عن مدة الوقوف</translation>
        </message>
        <message>
            <source>Nothing is on its way.</source>
            <translation>لا شيء في الطريق.</translation>
        </message>
        <message>
            <source>Nothing to pay</source>
            <translation>لا شيء للدفع</translation>
        </message>
        <message>
            <source>Nothing waits for a look.</source>
            <translation>لا شيء ينتظر المراجعة.</translation>
        </message>
        <message>
            <source>Nothing was charged.</source>
            <translation>لم يُخصم أي مبلغ.</translation>
        </message>
        <message>
            <source>Nothing was found.</source>
            <translation>لم يُعثر على شيء.</translation>
        </message>
        <message>
            <source>Nothing was paid on {code}</source>
            <translation>لم يُدفع شيء على {code}</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>الرقم</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>موافق</translation>
        </message>
        <message>
            <source>Occupancy set by hand</source>
            <translation>إشغال ضُبط يدويًا</translation>
        </message>
        <message>
            <source>Offline, {count} waiting</source>
            <translation>غير متصل، في الانتظار: {count}</translation>
        </message>
        <message>
            <source>On foot: new ticket</source>
            <translation>سيرًا: تذكرة جديدة</translation>
        </message>
        <message>
            <source>On record: {amount} was not paid.</source>
            <translation>سُجِّل: لم يُدفع {amount}.</translation>
        </message>
        <message>
            <source>On record: {amount} was paid.</source>
            <translation>سُجِّل: تم دفع {amount}.</translation>
        </message>
        <message>
            <source>On record: {name}.</source>
            <translation>تم التدوين: {name}.</translation>
        </message>
        <message>
            <source>On their way back</source>
            <translation>في طريق العودة</translation>
        </message>
        <message>
            <source>One car only, please.</source>
            <translation>سيارة واحدة فقط من فضلك.</translation>
        </message>
        <message>
            <source>One for each stay. Please go on.</source>
            <translation>قسيمة واحدة لكل وقوف. تابع من فضلك.</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>لحظة من فضلك</translation>
        </message>
        <message>
            <source>Only a person can end the evacuation.</source>
            <translation>لا ينهي الإخلاء إلا شخص.</translation>
        </message>
        <message>
            <source>Only an administrator may do that to an administrator.</source>
            <translation>مدير النظام وحده يفعل ذلك بمدير نظام آخر.</translation>
        </message>
        <message>
            <source>Only for ticket {code}</source>
            <translation>للتذكرة {code} فقط</translation>
        </message>
        <message>
            <source>Only {amount} is left of it.</source>
            <translation>لم يبق منه سوى {amount}.</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>مفتوح</translation>
        </message>
        <message>
            <source>Open a shift first, with a counted float (F4).</source>
            <translation>افتح وردية أولاً برصيد معدود (F4).</translation>
        </message>
        <message>
            <source>Open a tariff file without mistakes first: past stays are priced again under it.</source>
            <translation>افتح أولًا ملف تعرفة بلا أخطاء: تُسعَّر به مرات الوقوف السابقة من جديد.</translation>
        </message>
        <message>
            <source>Open once</source>
            <translation>فتح مرة واحدة</translation>
        </message>
        <message>
            <source>Open the shift</source>
            <translation>فتح الوردية</translation>
        </message>
        <message>
            <source>Open with a float</source>
            <translation>فتح برصيد بداية</translation>
        </message>
        <message>
            <source>Opened by hand</source>
            <translation>فتح يدوي</translation>
        </message>
        <message>
            <source>Opening</source>
            <translation>يُفتح</translation>
        </message>
        <message>
            <source>Other charges</source>
            <translation>رسوم أخرى</translation>
        </message>
        <message>
            <source>Other money in</source>
            <translation>إيداع آخر</translation>
        </message>
        <message>
            <source>Other money out</source>
            <translation>سحب آخر</translation>
        </message>
        <message>
            <source>Other reason, or a note</source>
            <translation>سبب آخر أو ملاحظة</translation>
        </message>
        <message>
            <source>Otherwise we start again from the beginning.</source>
            <translation>وإلا سنبدأ من جديد.</translation>
        </message>
        <message>
            <source>Our fault</source>
            <translation>خطأ منّا</translation>
        </message>
        <message>
            <source>Out</source>
            <translation>خروج</translation>
        </message>
        <message>
            <source>Out of service</source>
            <translation>خارج الخدمة</translation>
        </message>
        <message>
            <source>Outside</source>
            <translation>في الخارج</translation>
        </message>
        <message>
            <source>Over by {amount}</source>
            <translation>زيادة قدرها {amount}</translation>
        </message>
        <message>
            <source>Over or short</source>
            <translation>الزيادة أو النقص</translation>
        </message>
        <message>
            <source>Over {minutes} min</source>
            <translation>أكثر من {minutes} د</translation>
        </message>
        <message>
            <source>Overlap</source>
            <translation>تداخل</translation>
        </message>
        <message>
            <source>Overstay</source>
            <translation>تجاوز مدة الوقوف</translation>
        </message>
        <message>
            <source>Overstay: {count} × {minutes} min</source>
            <translation>تجاوز مدة الوقوف: {count} × {minutes} د</translation>
        </message>
        <message>
            <source>Owed since</source>
            <translation>مستحق منذ</translation>
        </message>
        <message>
            <source>Owed since {at:moment}</source>
            <translation>مستحق منذ {at:moment}</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>المالك</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>الرقم السري</translation>
        </message>
        <message>
            <source>PIN of {name}</source>
            <translation>الرقم السري لـ {name}</translation>
        </message>
        <message>
            <source>PIN, at least {digits} digits</source>
            <translation>رقم سري من {digits} أرقام على الأقل</translation>
        </message>
        <message>
            <source>Page {page} of {pages}</source>
            <translation>صفحة {page} من {pages}</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>دُفع</translation>
        </message>
        <message>
            <source>Paid at</source>
            <translation>وقت الدفع</translation>
        </message>
        <message>
            <source>Paid at another till</source>
            <translation>دُفع في صندوق آخر</translation>
        </message>
        <message>
            <source>Paid before</source>
            <translation>مدفوع سابقًا</translation>
        </message>
        <message>
            <source>Paid by card: {amount} for {code}.</source>
            <translation>دُفع بالبطاقة: {amount} عن {code}.</translation>
        </message>
        <message>
            <source>Paid in</source>
            <translation>إيداعات</translation>
        </message>
        <message>
            <source>Paid now</source>
            <translation>مدفوع الآن</translation>
        </message>
        <message>
            <source>Paid on {code}</source>
            <translation>دُفع على {code}</translation>
        </message>
        <message>
            <source>Paid or not: {count}</source>
            <translation>مدفوع أم لا: {count}</translation>
        </message>
        <message>
            <source>Paid out</source>
            <translation>مصروفات</translation>
        </message>
        <message>
            <source>Paid twice</source>
            <translation>دُفع مرتين</translation>
        </message>
        <message>
            <source>Paid, open {lane}</source>
            <translation>تم الدفع، افتح {lane}</translation>
        </message>
        <message>
            <source>Paid. Leave by {time}.</source>
            <translation>تم الدفع. الخروج قبل {time}.</translation>
        </message>
        <message>
            <source>Paper is low</source>
            <translation>الورق على وشك النفاد</translation>
        </message>
        <message>
            <source>Paper out</source>
            <translation>نفد الورق</translation>
        </message>
        <message>
            <source>Parking</source>
            <translation>وقوف السيارات</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>جزء</translation>
        </message>
        <message>
            <source>Pass</source>
            <translation>البطاقة</translation>
        </message>
        <message>
            <source>Pass of {holder}: {balance} stored</source>
            <translation>بطاقة {holder}: الرصيد {balance}</translation>
        </message>
        <message>
            <source>Pass renewed</source>
            <translation>بطاقة مجددة</translation>
        </message>
        <message>
            <source>Pass sold</source>
            <translation>بطاقة مباعة</translation>
        </message>
        <message>
            <source>Pass topped up</source>
            <translation>بطاقة مشحونة</translation>
        </message>
        <message>
            <source>Passages</source>
            <translation>مرات العبور</translation>
        </message>
        <message>
            <source>Passes</source>
            <translation>البطاقات</translation>
        </message>
        <message>
            <source>Passes blocked</source>
            <translation>بطاقات محظورة</translation>
        </message>
        <message>
            <source>Passes let in against a rule</source>
            <translation>بطاقات دخلت خلافًا لقاعدة</translation>
        </message>
        <message>
            <source>Passes made neutral</source>
            <translation>بطاقات حُيّدت</translation>
        </message>
        <message>
            <source>Passes moved by hand</source>
            <translation>بطاقات نُقلت يدويًا</translation>
        </message>
        <message>
            <source>Past stays</source>
            <translation>مرات سابقة</translation>
        </message>
        <message>
            <source>Path of a tariff file; Enter opens it</source>
            <translation>مسار ملف التعرفة؛ مفتاح Enter يفتحه</translation>
        </message>
        <message>
            <source>Pay another way</source>
            <translation>الدفع بطريقة أخرى</translation>
        </message>
        <message>
            <source>Pay without it, or press Help.</source>
            <translation>ادفع من دونها أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Paying by card</source>
            <translation>الدفع بالبطاقة</translation>
        </message>
        <message>
            <source>Paying does not work right now</source>
            <translation>الدفع غير متاح حاليًا</translation>
        </message>
        <message>
            <source>Payment still due</source>
            <translation>الدفع ما زال مستحقًا</translation>
        </message>
        <message>
            <source>Payment taken by mistake</source>
            <translation>دفعة أُخذت بالخطأ</translation>
        </message>
        <message>
            <source>Payment unclear</source>
            <translation>الدفع غير واضح</translation>
        </message>
        <message>
            <source>Payment voided</source>
            <translation>دفعة ملغاة</translation>
        </message>
        <message>
            <source>Payments</source>
            <translation>المدفوعات</translation>
        </message>
        <message>
            <source>Payments settled by word</source>
            <translation>مدفوعات حُسمت بإفادة شخص</translation>
        </message>
        <message>
            <source>Payments without an outcome</source>
            <translation>مدفوعات دون نتيجة</translation>
        </message>
        <message>
            <source>Payments: {count} · {amount}</source>
            <translation>الدفعات: {count} · {amount}</translation>
        </message>
        <message>
            <source>Pick a Z to see it as it was taken.</source>
            <translation>اختر Z لرؤيته كما أُخذ.</translation>
        </message>
        <message>
            <source>Pick a car that followed another one, to give it its stay.</source>
            <translation>اختر سيارة لاحقت أخرى لتعطيها وقوفها.</translation>
        </message>
        <message>
            <source>Pick a payment to give it back, whole or in part.</source>
            <translation>اختر دفعة لإعادتها كلها أو جزء منها.</translation>
        </message>
        <message>
            <source>Pick a person to change something, or let another one in.</source>
            <translation>اختر شخصًا لتغيير شيء، أو أضف شخصًا آخر.</translation>
        </message>
        <message>
            <source>Pick one to close it with a note.</source>
            <translation>اختر حالة لإغلاقها مع ملاحظة.</translation>
        </message>
        <message>
            <source>Pick one to take the money, or to ask no more for it.</source>
            <translation>اختر دينًا لتحصيله أو للإعفاء منه.</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>لوحة السيارة</translation>
        </message>
        <message>
            <source>Plate, if it has one</source>
            <translation>رقم اللوحة إن وُجد</translation>
        </message>
        <message>
            <source>Please come back later.</source>
            <translation>يرجى العودة لاحقًا.</translation>
        </message>
        <message>
            <source>Please do not hold your card to the reader.</source>
            <translation>يرجى عدم تقريب بطاقتك من القارئ.</translation>
        </message>
        <message>
            <source>Please do not pay again</source>
            <translation>يرجى عدم الدفع مرة أخرى</translation>
        </message>
        <message>
            <source>Please do not pay with your phone any more.</source>
            <translation>يرجى عدم الدفع بالهاتف بعد الآن.</translation>
        </message>
        <message>
            <source>Please do not wait here.</source>
            <translation>يرجى عدم الانتظار هنا.</translation>
        </message>
        <message>
            <source>Please drive on. The barrier stays open.</source>
            <translation>يرجى متابعة السير. الحاجز يبقى مفتوحًا.</translation>
        </message>
        <message>
            <source>Please drive up to the barrier.</source>
            <translation>يرجى التقدم حتى الحاجز.</translation>
        </message>
        <message>
            <source>Please leave by {time}</source>
            <translation>يرجى الخروج قبل {time}</translation>
        </message>
        <message>
            <source>Please pay at the booth</source>
            <translation>يرجى الدفع عند الكشك</translation>
        </message>
        <message>
            <source>Please pay before you leave.</source>
            <translation>يرجى الدفع قبل الخروج.</translation>
        </message>
        <message>
            <source>Please take the slip. It says how to pay.</source>
            <translation>يرجى أخذ القسيمة، ففيها طريقة الدفع.</translation>
        </message>
        <message>
            <source>Please take your ticket</source>
            <translation>يرجى أخذ تذكرتك</translation>
        </message>
        <message>
            <source>Please type a name.</source>
            <translation>يرجى كتابة اسم.</translation>
        </message>
        <message>
            <source>Please type your name.</source>
            <translation>يرجى إدخال اسمك.</translation>
        </message>
        <message>
            <source>Please use another lane, or press Help.</source>
            <translation>يرجى استخدام مسار آخر أو الضغط على «مساعدة».</translation>
        </message>
        <message>
            <source>Please wait</source>
            <translation>يرجى الانتظار</translation>
        </message>
        <message>
            <source>Please wait until it is off.</source>
            <translation>يرجى الانتظار حتى يُلغى.</translation>
        </message>
        <message>
            <source>Police or fire</source>
            <translation>الشرطة أو الإطفاء</translation>
        </message>
        <message>
            <source>Power cut</source>
            <translation>انقطاع الكهرباء</translation>
        </message>
        <message>
            <source>Press Help to talk to us.</source>
            <translation>اضغط «مساعدة» للتحدث إلينا.</translation>
        </message>
        <message>
            <source>Press again: new stays pay this</source>
            <translation>اضغط مجددًا: يدفع الجدد هذا السعر</translation>
        </message>
        <message>
            <source>Price</source>
            <translation>السعر</translation>
        </message>
        <message>
            <source>Price by length of stay, up to {amount}</source>
            <translation>السعر حسب مدة الوقوف، حتى {amount}</translation>
        </message>
        <message>
            <source>Price changed by hand</source>
            <translation>سعر غُيّر يدويًا</translation>
        </message>
        <message>
            <source>Price falls</source>
            <translation>السعر ينخفض</translation>
        </message>
        <message>
            <source>Price, and stored on it</source>
            <translation>السعر والرصيد عليها</translation>
        </message>
        <message>
            <source>Prices changed by hand</source>
            <translation>أسعار غُيّرت يدويًا</translation>
        </message>
        <message>
            <source>Print a copy</source>
            <translation>طباعة نسخة</translation>
        </message>
        <message>
            <source>Print a receipt</source>
            <translation>طباعة إيصال</translation>
        </message>
        <message>
            <source>Print not confirmed</source>
            <translation>لم تُؤكَّد الطباعة</translation>
        </message>
        <message>
            <source>Print the receipt again</source>
            <translation>اطبع الإيصال مرة أخرى</translation>
        </message>
        <message>
            <source>Print vouchers</source>
            <translation>طباعة القسائم</translation>
        </message>
        <message>
            <source>Printed by mistake</source>
            <translation>طُبعت خطأً</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>الطابعة</translation>
        </message>
        <message>
            <source>Printer error</source>
            <translation>خطأ في الطابعة</translation>
        </message>
        <message>
            <source>Printer ready</source>
            <translation>الطابعة جاهزة</translation>
        </message>
        <message>
            <source>Printing</source>
            <translation>جارٍ الطباعة</translation>
        </message>
        <message>
            <source>Publish as version {version}</source>
            <translation>انشر كإصدار {version}</translation>
        </message>
        <message>
            <source>Rate</source>
            <translation>الفئة السعرية</translation>
        </message>
        <message>
            <source>Ready</source>
            <translation>جاهز</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>إيصال</translation>
        </message>
        <message>
            <source>Receipt dated</source>
            <translation>تاريخ الإيصال</translation>
        </message>
        <message>
            <source>Receipt {number}</source>
            <translation>الإيصال {number}</translation>
        </message>
        <message>
            <source>Receipts of the last payments</source>
            <translation>إيصالات آخر الدفعات</translation>
        </message>
        <message>
            <source>Records</source>
            <translation>السجلات</translation>
        </message>
        <message>
            <source>Refund</source>
            <translation>استرداد</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>المُعاد</translation>
        </message>
        <message>
            <source>Refunded at</source>
            <translation>وقت الإعادة</translation>
        </message>
        <message>
            <source>Refunds</source>
            <translation>الاستردادات</translation>
        </message>
        <message>
            <source>Refunds that failed</source>
            <translation>مبالغ معادة فاشلة</translation>
        </message>
        <message>
            <source>Refunds without an outcome</source>
            <translation>مبالغ معادة دون نتيجة</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>مرفوض</translation>
        </message>
        <message>
            <source>Refused by the device</source>
            <translation>رفضه الجهاز</translation>
        </message>
        <message>
            <source>Released owing</source>
            <translation>خروج مع دين</translation>
        </message>
        <message>
            <source>Released while out of order</source>
            <translation>خروج أثناء عطل</translation>
        </message>
        <message>
            <source>Released with a debt slip</source>
            <translation>خروج بإيصال دين</translation>
        </message>
        <message>
            <source>Renew</source>
            <translation>تجديد</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>التقارير</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>إعادة ضبط</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>النتيجة</translation>
        </message>
        <message>
            <source>Rounding</source>
            <translation>تقريب</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>حفظ</translation>
        </message>
        <message>
            <source>Say that {amount} was not paid</source>
            <translation>الإفادة بأن {amount} لم يُدفع</translation>
        </message>
        <message>
            <source>Say that {amount} was paid</source>
            <translation>الإفادة بأن {amount} قد دُفع</translation>
        </message>
        <message>
            <source>Say which stay it was</source>
            <translation>تحديد الوقوف</translation>
        </message>
        <message>
            <source>Scan a code with your bank app</source>
            <translation>امسح رمزاً بتطبيق البنك</translation>
        </message>
        <message>
            <source>Scan a pass, or type a holder, a plate or a code</source>
            <translation>امسح بطاقة أو اكتب اسماً أو لوحة أو رمزاً</translation>
        </message>
        <message>
            <source>Scan it at any time, or type the code printed under the QR.</source>
            <translation>امسحها في أي وقت، أو أدخل الرمز المطبوع تحت المربّع.</translation>
        </message>
        <message>
            <source>Scan paper</source>
            <translation>مسح الورقة</translation>
        </message>
        <message>
            <source>Scan the ticket, or type its code.</source>
            <translation>امسح التذكرة أو اكتب رمزها.</translation>
        </message>
        <message>
            <source>Scan the voucher, or type its code</source>
            <translation>امسح القسيمة أو اكتب رمزها</translation>
        </message>
        <message>
            <source>Scan this code with your bank app</source>
            <translation>امسح هذا الرمز بتطبيق البنك</translation>
        </message>
        <message>
            <source>Scan, or type a code or a receipt's number and press Enter</source>
            <translation>امسح أو اكتب رمزاً أو رقم إيصال ثم Enter</translation>
        </message>
        <message>
            <source>Scan, or type the code and press Enter</source>
            <translation>امسح الرمز أو اكتبه واضغط Enter</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>الماسح</translation>
        </message>
        <message>
            <source>Scanner cannot read it</source>
            <translation>الماسح لا يقرؤها</translation>
        </message>
        <message>
            <source>Season pass</source>
            <translation>بطاقة موسمية</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>الشخص الثاني</translation>
        </message>
        <message>
            <source>Seen from the booth</source>
            <translation>شوهد من الكشك</translation>
        </message>
        <message>
            <source>Seen on the camera</source>
            <translation>شوهد على الكاميرا</translation>
        </message>
        <message>
            <source>Sell a pass</source>
            <translation>بيع بطاقة</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>الوقوف</translation>
        </message>
        <message>
            <source>Set this PIN</source>
            <translation>اعتماد هذا الرقم</translation>
        </message>
        <message>
            <source>Settled with the driver</source>
            <translation>سُوّيت مع السائق</translation>
        </message>
        <message>
            <source>Shift</source>
            <translation>الوردية</translation>
        </message>
        <message>
            <source>Shift: {name} since {time}</source>
            <translation>الوردية: {name} منذ {time}</translation>
        </message>
        <message>
            <source>Short by {amount}</source>
            <translation>نقص قدره {amount}</translation>
        </message>
        <message>
            <source>Show it at the booth</source>
            <translation>أظهرها في الكشك</translation>
        </message>
        <message>
            <source>Show the ticket it was made for, or press Help.</source>
            <translation>أظهر التذكرة التي صُنعت لها أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Show your ticket first, then the voucher.</source>
            <translation>أظهر تذكرتك أولًا ثم القسيمة.</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>تسجيل الدخول</translation>
        </message>
        <message>
            <source>Sign-on locked</source>
            <translation>تسجيل دخول مقفل</translation>
        </message>
        <message>
            <source>Sign-on unlocked</source>
            <translation>فُتح قفل تسجيل الدخول</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>التوقيع</translation>
        </message>
        <message>
            <source>Simulated garage: real wires, no real money</source>
            <translation>مرآب محاكى: أسلاك حقيقية بلا نقود حقيقية</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>منذ</translation>
        </message>
        <message>
            <source>Since the first day</source>
            <translation>منذ اليوم الأول</translation>
        </message>
        <message>
            <source>Since {at:moment}</source>
            <translation>منذ {at:moment}</translation>
        </message>
        <message>
            <source>Some of these numbers cannot be right. Count again.</source>
            <translation>بعض هذه الأعداد غير معقول. عُدّ من جديد.</translation>
        </message>
        <message>
            <source>Somebody has closed this already.</source>
            <translation>أغلقها شخص آخر من قبل.</translation>
        </message>
        <message>
            <source>Somebody here has this name. Add what tells them apart.</source>
            <translation>هذا الاسم موجود هنا. أضف ما يميّز بينهما.</translation>
        </message>
        <message>
            <source>Somebody knows and is with you soon.</source>
            <translation>وصلنا طلبك وسيكون معك موظف قريبًا.</translation>
        </message>
        <message>
            <source>Something went wrong here</source>
            <translation>حدث خطأ هنا</translation>
        </message>
        <message>
            <source>Speak</source>
            <translation>قراءة</translation>
        </message>
        <message>
            <source>Special rate: {rate}</source>
            <translation>تعرفة خاصة: {rate}</translation>
        </message>
        <message>
            <source>Staff</source>
            <translation>الموظفون</translation>
        </message>
        <message>
            <source>Staff only: your PIN closes the program</source>
            <translation>للموظفين فقط: رمزك السري يغلق البرنامج</translation>
        </message>
        <message>
            <source>Staff or guest</source>
            <translation>موظف أو ضيف</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>ابدأ</translation>
        </message>
        <message>
            <source>Started by mistake</source>
            <translation>بدأت خطأً</translation>
        </message>
        <message>
            <source>Starting</source>
            <translation>قيد التشغيل</translation>
        </message>
        <message>
            <source>State</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>Stays</source>
            <translation>مرات الوقوف</translation>
        </message>
        <message>
            <source>Stays from</source>
            <translation>الوقوف من</translation>
        </message>
        <message>
            <source>Stays to look at</source>
            <translation>مرات وقوف للمراجعة</translation>
        </message>
        <message>
            <source>Still due</source>
            <translation>المتبقي</translation>
        </message>
        <message>
            <source>Still owed: {count}</source>
            <translation>ديون مفتوحة: {count}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>إيقاف</translation>
        </message>
        <message>
            <source>Stored</source>
            <translation>الرصيد</translation>
        </message>
        <message>
            <source>Stored money</source>
            <translation>الرصيد المخزن</translation>
        </message>
        <message>
            <source>Stored on it: {amount}</source>
            <translation>الرصيد عليها: {amount}</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>المشرف</translation>
        </message>
        <message>
            <source>Supplies</source>
            <translation>لوازم</translation>
        </message>
        <message>
            <source>Tailgating</source>
            <translation>ملاحقة سيارة</translation>
        </message>
        <message>
            <source>Tailgating accepted</source>
            <translation>ملاحقة مقبولة</translation>
        </message>
        <message>
            <source>Take a ticket</source>
            <translation>خذ تذكرة</translation>
        </message>
        <message>
            <source>Take a ticket instead, or press Help.</source>
            <translation>خذ تذكرة بدلًا من ذلك أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Take at the cashier</source>
            <translation>التحصيل عند الصندوق</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>إعادة إلى العمل</translation>
        </message>
        <message>
            <source>Take from pass</source>
            <translation>خصم من البطاقة</translation>
        </message>
        <message>
            <source>Take over the drawer and the booth</source>
            <translation>استلام الدرج والكشك</translation>
        </message>
        <message>
            <source>Take paper</source>
            <translation>خذ الورقة</translation>
        </message>
        <message>
            <source>Take validation back</source>
            <translation>سحب الخصم</translation>
        </message>
        <message>
            <source>Take {name} back</source>
            <translation>إعادة {name} إلى العمل</translation>
        </message>
        <message>
            <source>Taken: {amount}. Give back {change}. Still to pay: {due}.</source>
            <translation>استُلم: {amount}. أعِد {change}. المتبقي: {due}.</translation>
        </message>
        <message>
            <source>Taken: {amount}. Still to pay: {due}.</source>
            <translation>استُلم: {amount}. المتبقي: {due}.</translation>
        </message>
        <message>
            <source>Tariff</source>
            <translation>التعرفة</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>الضريبة</translation>
        </message>
        <message>
            <source>Taxi or delivery</source>
            <translation>سيارة أجرة أو توصيل</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>الفني</translation>
        </message>
        <message>
            <source>Technician is told</source>
            <translation>أُبلغ الفني</translation>
        </message>
        <message>
            <source>Thank you</source>
            <translation>شكرًا لك</translation>
        </message>
        <message>
            <source>Thank you, drive safely</source>
            <translation>شكرًا لك، قيادة آمنة</translation>
        </message>
        <message>
            <source>That did not work: {words}</source>
            <translation>لم ينجح ذلك: {words}</translation>
        </message>
        <message>
            <source>That is before the entry.</source>
            <translation>هذا قبل الدخول.</translation>
        </message>
        <message>
            <source>That is still to come.</source>
            <translation>هذا الوقت لم يأتِ بعد.</translation>
        </message>
        <message>
            <source>That stay is over already, or its car is leaving now. Pick another one.</source>
            <translation>انتهى هذا الوقوف من قبل، أو أن سيارته تغادر الآن. اختر وقوفًا آخر.</translation>
        </message>
        <message>
            <source>That stay is over. Nothing is owed.</source>
            <translation>انتهى هذا الوقوف. لا شيء مستحق.</translation>
        </message>
        <message>
            <source>That stay is over. Still owed: {amount}</source>
            <translation>انتهى هذا الوقوف. المبلغ المستحق: {amount}</translation>
        </message>
        <message>
            <source>That was not saved. Please try again, or call the technician.</source>
            <translation>لم يُحفظ ذلك. يرجى المحاولة مجددًا أو الاتصال بالفني.</translation>
        </message>
        <message>
            <source>That way back is closed now: its terminal or service cannot be reached.</source>
            <translation>طريق الإعادة هذا مغلق الآن: الجهاز أو الخدمة غير متاح.</translation>
        </message>
        <message>
            <source>The amount is above this lane's limit</source>
            <translation>المبلغ أعلى من حد هذا المسار</translation>
        </message>
        <message>
            <source>The bank says so</source>
            <translation>هكذا أفاد البنك</translation>
        </message>
        <message>
            <source>The barrier is closing. Please do not follow the car ahead.</source>
            <translation>الحاجز يُغلق. يرجى عدم اللحاق بالسيارة التي أمامك.</translation>
        </message>
        <message>
            <source>The barrier is opening.</source>
            <translation>الحاجز يُفتح.</translation>
        </message>
        <message>
            <source>The barrier opens as soon as you have it.</source>
            <translation>يُفتح الحاجز فور أخذها.</translation>
        </message>
        <message>
            <source>The barrier opens by itself when you have paid.</source>
            <translation>يُفتح الحاجز تلقائيًا بعد الدفع.</translation>
        </message>
        <message>
            <source>The boom does not close</source>
            <translation>الحاجز لا يُغلق</translation>
        </message>
        <message>
            <source>The boom does not open</source>
            <translation>الحاجز لا يُفتح</translation>
        </message>
        <message>
            <source>The boom is broken off</source>
            <translation>الحاجز مكسور</translation>
        </message>
        <message>
            <source>The boom stays up.</source>
            <translation>يبقى الحاجز مرفوعًا.</translation>
        </message>
        <message>
            <source>The boom was up at the start</source>
            <translation>كان الحاجز مرفوعًا عند البدء</translation>
        </message>
        <message>
            <source>The booth cannot save</source>
            <translation>الكشك لا يستطيع الحفظ</translation>
        </message>
        <message>
            <source>The car had left by then.</source>
            <translation>كانت السيارة قد غادرت حينها.</translation>
        </message>
        <message>
            <source>The car park is closed</source>
            <translation>الموقف مغلق</translation>
        </message>
        <message>
            <source>The car park is full</source>
            <translation>الموقف ممتلئ</translation>
        </message>
        <message>
            <source>The card reader does not work</source>
            <translation>قارئ البطاقات لا يعمل</translation>
        </message>
        <message>
            <source>The card terminal does not answer. Take cash, or try again.</source>
            <translation>جهاز البطاقات لا يستجيب. خذ نقدًا أو حاول مرة أخرى.</translation>
        </message>
        <message>
            <source>The card terminal is busy with another payment. Try again in a moment.</source>
            <translation>جهاز البطاقات مشغول بعملية دفع أخرى. حاول مرة أخرى بعد لحظة.</translation>
        </message>
        <message>
            <source>The card was declined.</source>
            <translation>رُفضت البطاقة.</translation>
        </message>
        <message>
            <source>The card was declined. Nothing was charged.</source>
            <translation>رُفضت البطاقة. لم يُخصم أي مبلغ.</translation>
        </message>
        <message>
            <source>The centre cannot be reached</source>
            <translation>تعذّر الوصول إلى المركز</translation>
        </message>
        <message>
            <source>The check did not end: {words}</source>
            <translation>لم ينتهِ الفحص: {words}</translation>
        </message>
        <message>
            <source>The clock went back</source>
            <translation>رجعت الساعة إلى الوراء</translation>
        </message>
        <message>
            <source>The clock went back. Somebody must confirm it.</source>
            <translation>رجعت الساعة إلى الوراء. يجب أن يؤكدها شخص.</translation>
        </message>
        <message>
            <source>The drawer cannot give {short} of the change.</source>
            <translation>لا يمكن للدرج إعطاء {short} من الباقي.</translation>
        </message>
        <message>
            <source>The drawer cannot give {short} of the change. Alt Enter again gives a voucher for it.</source>
            <translation>لا يمكن للدرج إعطاء {short} من الباقي. اضغط Alt Enter مرة أخرى لإعطاء قسيمة به.</translation>
        </message>
        <message>
            <source>The drawer holds {amount} in all. Pay change in (F4), or give back less.</source>
            <translation>في الدرج {amount} إجمالاً. أودع فكة (F4) أو أعد مبلغًا أقل.</translation>
        </message>
        <message>
            <source>The drawer is exact.</source>
            <translation>الدرج مطابق تماماً.</translation>
        </message>
        <message>
            <source>The driver asks for help</source>
            <translation>السائق يطلب المساعدة</translation>
        </message>
        <message>
            <source>The driver pays {price} by card. Terminal: {place}.</source>
            <translation>السائق يدفع {price} بالبطاقة. الجهاز: {place}.</translation>
        </message>
        <message>
            <source>The driver proves it; no stay was found</source>
            <translation>السائق يثبت ذلك؛ لم يُعثر على وقوف مسجل</translation>
        </message>
        <message>
            <source>The driver said so</source>
            <translation>قاله السائق</translation>
        </message>
        <message>
            <source>The driver wants to pay cash</source>
            <translation>السائق يريد الدفع نقدًا</translation>
        </message>
        <message>
            <source>The driver was reminded.</source>
            <translation>تم تذكير السائق.</translation>
        </message>
        <message>
            <source>The first one did not come out right. Here is another.</source>
            <translation>لم تُطبع الأولى جيدًا. إليك أخرى.</translation>
        </message>
        <message>
            <source>The first person runs this booth and lets the others in. Choose a PIN you can keep.</source>
            <translation>أول شخص يدير هذا الكشك ويُدخل الآخرين. اختر رقمًا سريًا تحتفظ به.</translation>
        </message>
        <message>
            <source>The float was not counted: change is not checked against the drawer.</source>
            <translation>لم يُعدّ رصيد البداية: لا يُتحقق من الباقي مقابل الدرج.</translation>
        </message>
        <message>
            <source>The gate board does not answer</source>
            <translation>لوحة الحاجز لا تستجيب</translation>
        </message>
        <message>
            <source>The internet cannot be reached</source>
            <translation>تعذّر الوصول إلى الإنترنت</translation>
        </message>
        <message>
            <source>The lane can neither see nor open.</source>
            <translation>المسار لا يرى ولا يفتح.</translation>
        </message>
        <message>
            <source>The most that one stay would cost more: {amount}</source>
            <translation>أكبر زيادة لمرة وقوف واحدة: {amount}</translation>
        </message>
        <message>
            <source>The new ticket is {code}.</source>
            <translation>التذكرة الجديدة هي {code}.</translation>
        </message>
        <message>
            <source>The office printer did not take it: {words}</source>
            <translation>لم تقبله طابعة المكتب: {words}</translation>
        </message>
        <message>
            <source>The price has changed. Look again before you take money.</source>
            <translation>تغيّر السعر. انظر مجدداً قبل أخذ النقود.</translation>
        </message>
        <message>
            <source>The printer does not work</source>
            <translation>الطابعة لا تعمل</translation>
        </message>
        <message>
            <source>The reader does not work right now.</source>
            <translation>القارئ لا يعمل حاليًا.</translation>
        </message>
        <message>
            <source>The receipt comes out of the printer once more.</source>
            <translation>يخرج الإيصال من الطابعة مرة أخرى.</translation>
        </message>
        <message>
            <source>The same PIN again</source>
            <translation>الرقم السري نفسه مرة أخرى</translation>
        </message>
        <message>
            <source>The shift is closed. Z {number} is printed.</source>
            <translation>أُغلقت الوردية. يُطبع Z {number}.</translation>
        </message>
        <message>
            <source>The shift is open.</source>
            <translation>الوردية مفتوحة.</translation>
        </message>
        <message>
            <source>The shop has used up its vouchers</source>
            <translation>استنفد المتجر قسائمه</translation>
        </message>
        <message>
            <source>The square code faces the red light.</source>
            <translation>وجّه الرمز المربّع نحو الضوء الأحمر.</translation>
        </message>
        <message>
            <source>The terminal's own list says so</source>
            <translation>هكذا تقول قائمة الجهاز نفسه</translation>
        </message>
        <message>
            <source>The two PINs are not the same.</source>
            <translation>الرقمان غير متطابقين.</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Please type both again.</source>
            <translation>الرقمان السريان غير متطابقين. يرجى إدخالهما مجددًا.</translation>
        </message>
        <message>
            <source>The validation counts no more.</source>
            <translation>لم يعد الخصم محسوبًا.</translation>
        </message>
        <message>
            <source>This PIN is too easy to guess. Please choose another.</source>
            <translation>هذا الرقم السري سهل التخمين. يرجى اختيار غيره.</translation>
        </message>
        <message>
            <source>This Z is not of this booth.</source>
            <translation>هذا Z ليس لهذا الكشك.</translation>
        </message>
        <message>
            <source>This booking is already inside</source>
            <translation>هذا الحجز داخل الموقف بالفعل</translation>
        </message>
        <message>
            <source>This booking was cancelled</source>
            <translation>أُلغي هذا الحجز</translation>
        </message>
        <message>
            <source>This closes nothing: the figures go on.</source>
            <translation>ليس إقفالًا: الأرقام مستمرة.</translation>
        </message>
        <message>
            <source>This code does not open this lane</source>
            <translation>هذا الرمز لا يفتح هذا المسار</translation>
        </message>
        <message>
            <source>This code has expired</source>
            <translation>انتهت صلاحية هذا الرمز</translation>
        </message>
        <message>
            <source>This code was already used</source>
            <translation>استُخدم هذا الرمز من قبل</translation>
        </message>
        <message>
            <source>This file</source>
            <translation>هذا الملف</translation>
        </message>
        <message>
            <source>This file cannot be read: {words}. Look at the path.</source>
            <translation>لا يمكن قراءة هذا الملف: {words}. تحقق من المسار.</translation>
        </message>
        <message>
            <source>This file is too large to be a tariff.</source>
            <translation>هذا الملف أكبر من أن يكون تعرفة.</translation>
        </message>
        <message>
            <source>This is more than this machine may take. We have called somebody.</source>
            <translation>هذا أكثر مما يُسمح لهذا الجهاز بقبوله. لقد نادينا شخصاً.</translation>
        </message>
        <message>
            <source>This is no UTF-8 text. Save it as UTF-8.</source>
            <translation>هذا ليس نص UTF-8. احفظه بترميز UTF-8.</translation>
        </message>
        <message>
            <source>This is no file. Write the path of a tariff file.</source>
            <translation>هذا ليس ملفًا. اكتب مسار ملف تعرفة.</translation>
        </message>
        <message>
            <source>This is not an amount.</source>
            <translation>هذا ليس مبلغًا.</translation>
        </message>
        <message>
            <source>This lane is starting.</source>
            <translation>هذا المسار قيد التشغيل.</translation>
        </message>
        <message>
            <source>This part</source>
            <translation>هذا الجزء</translation>
        </message>
        <message>
            <source>This pass did not come in here</source>
            <translation>لم تدخل هذه البطاقة من هنا</translation>
        </message>
        <message>
            <source>This pass has expired</source>
            <translation>انتهت صلاحية هذه البطاقة</translation>
        </message>
        <message>
            <source>This pass is already inside</source>
            <translation>هذه البطاقة في الداخل بالفعل</translation>
        </message>
        <message>
            <source>This pass is blocked</source>
            <translation>هذه البطاقة محظورة</translation>
        </message>
        <message>
            <source>This pass is not valid yet</source>
            <translation>هذه البطاقة غير صالحة بعد</translation>
        </message>
        <message>
            <source>This person does not work here any more.</source>
            <translation>هذا الشخص لم يعد يعمل هنا.</translation>
        </message>
        <message>
            <source>This person works here.</source>
            <translation>هذا الشخص يعمل هنا.</translation>
        </message>
        <message>
            <source>This price holds until {until}.</source>
            <translation>هذا السعر سارٍ حتى {until}.</translation>
        </message>
        <message>
            <source>This shop's voucher already counts</source>
            <translation>قسيمة هذا المتجر محتسبة بالفعل</translation>
        </message>
        <message>
            <source>This tariff has no price for it.</source>
            <translation>ليس لها سعر في هذه التعرفة.</translation>
        </message>
        <message>
            <source>This ticket is blocked</source>
            <translation>هذه التذكرة محظورة</translation>
        </message>
        <message>
            <source>This ticket is from another car park</source>
            <translation>هذه التذكرة من موقف آخر</translation>
        </message>
        <message>
            <source>This ticket is not valid</source>
            <translation>هذه التذكرة غير صالحة</translation>
        </message>
        <message>
            <source>This ticket was cancelled</source>
            <translation>أُلغيت هذه التذكرة</translation>
        </message>
        <message>
            <source>This voucher belongs to another ticket</source>
            <translation>هذه القسيمة تخص تذكرة أخرى</translation>
        </message>
        <message>
            <source>This voucher is not accepted here</source>
            <translation>هذه القسيمة غير مقبولة هنا</translation>
        </message>
        <message>
            <source>This voucher was already used</source>
            <translation>استُخدمت هذه القسيمة من قبل</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>تذكرة</translation>
        </message>
        <message>
            <source>Ticket button</source>
            <translation>زر التذكرة</translation>
        </message>
        <message>
            <source>Ticket in the slot</source>
            <translation>التذكرة في الفتحة</translation>
        </message>
        <message>
            <source>Ticket not readable</source>
            <translation>التذكرة غير مقروءة</translation>
        </message>
        <message>
            <source>Tickets</source>
            <translation>التذاكر</translation>
        </message>
        <message>
            <source>Tickets blocked</source>
            <translation>تذاكر محظورة</translation>
        </message>
        <message>
            <source>Tickets replaced</source>
            <translation>تذاكر مستبدلة</translation>
        </message>
        <message>
            <source>Tickets voided</source>
            <translation>تذاكر ملغاة</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>للمراجعة</translation>
        </message>
        <message>
            <source>To look at: {count}</source>
            <translation>للمراجعة: {count}</translation>
        </message>
        <message>
            <source>To pay</source>
            <translation>المستحق</translation>
        </message>
        <message>
            <source>To the bank</source>
            <translation>إلى البنك</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>المجموع</translation>
        </message>
        <message>
            <source>Too late to send</source>
            <translation>فات وقت الإرسال</translation>
        </message>
        <message>
            <source>Too many wrong PINs. Somebody with a right to enrol must set a new one.</source>
            <translation>محاولات خاطئة كثيرة. يجب أن يعيّن شخص مخوّل رقمًا سريًا جديدًا.</translation>
        </message>
        <message>
            <source>Top up</source>
            <translation>شحن الرصيد</translation>
        </message>
        <message>
            <source>Torn</source>
            <translation>ممزقة</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>المجموع</translation>
        </message>
        <message>
            <source>Total since ever</source>
            <translation>المجموع منذ البداية</translation>
        </message>
        <message>
            <source>Traffic jam</source>
            <translation>ازدحام</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>حاول مرة أخرى</translation>
        </message>
        <message>
            <source>Try again, or press Help.</source>
            <translation>حاول مرة أخرى أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Try on past stays</source>
            <translation>جرّب على السابق</translation>
        </message>
        <message>
            <source>Type of spot</source>
            <translation>نوع الموقف</translation>
        </message>
        <message>
            <source>Type the code</source>
            <translation>أدخل الرمز</translation>
        </message>
        <message>
            <source>Type the code under the square</source>
            <translation>أدخل الرمز الموجود أسفل المربّع</translation>
        </message>
        <message>
            <source>Type the path of a tariff file, or choose one.</source>
            <translation>اكتب مسار ملف تعرفة أو اختر ملفًا.</translation>
        </message>
        <message>
            <source>Type what the driver gave.</source>
            <translation>أدخل المبلغ الذي دفعه السائق.</translation>
        </message>
        <message>
            <source>Type your code</source>
            <translation>أدخل رمزك</translation>
        </message>
        <message>
            <source>Type your ticket code</source>
            <translation>أدخل رمز تذكرتك</translation>
        </message>
        <message>
            <source>UPI</source>
            <translation>UPI</translation>
        </message>
        <message>
            <source>Unblock</source>
            <translation>رفع الحظر</translation>
        </message>
        <message>
            <source>Under the other</source>
            <translation>بالتعرفة الأخرى</translation>
        </message>
        <message>
            <source>Unknown</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>Unplug board</source>
            <translation>فصل اللوحة</translation>
        </message>
        <message>
            <source>Unplug printer</source>
            <translation>فصل الطابعة</translation>
        </message>
        <message>
            <source>Unplugged</source>
            <translation>مفصول</translation>
        </message>
        <message>
            <source>Up</source>
            <translation>أعلى</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min</source>
            <translation>حتى {grace} د مجانًا، {price} لكل {minutes} د</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min, at most {cap} a day</source>
            <translation>حتى {grace} د مجانًا، {price} لكل {minutes} د، بحد أقصى {cap} في اليوم</translation>
        </message>
        <message>
            <source>Up to {grace} min free, {price} per {minutes} min, at most {cap} in 24 hours</source>
            <translation>حتى {grace} د مجانًا، {price} لكل {minutes} د، بحد أقصى {cap} في 24 ساعة</translation>
        </message>
        <message>
            <source>Up to {length}</source>
            <translation>حتى {length}</translation>
        </message>
        <message>
            <source>Up to {minutes} min</source>
            <translation>حتى {minutes} د</translation>
        </message>
        <message>
            <source>Use a booking or another lane, or press Help.</source>
            <translation>استخدم حجزًا أو مسارًا آخر أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Use a ticket instead, or press Help.</source>
            <translation>استخدم تذكرة بدلًا منها أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Use another lane, or press Help.</source>
            <translation>استخدم مسارًا آخر أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Use the ticket you came in with, or press Help.</source>
            <translation>استخدم التذكرة التي دخلت بها أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Use the ticket you got here.</source>
            <translation>استخدم التذكرة التي أخذتها من هنا.</translation>
        </message>
        <message>
            <source>Use your newest ticket, or press Help.</source>
            <translation>استخدم أحدث تذكرة لديك أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>VAT</source>
            <translation>ضريبة القيمة المضافة</translation>
        </message>
        <message>
            <source>VAT {percent} %</source>
            <translation>ضريبة القيمة المضافة {percent} %</translation>
        </message>
        <message>
            <source>Valid from</source>
            <translation>صالحة من</translation>
        </message>
        <message>
            <source>Valid until</source>
            <translation>صالحة حتى</translation>
        </message>
        <message>
            <source>Valid until {date}</source>
            <translation>صالحة حتى {date}</translation>
        </message>
        <message>
            <source>Validate</source>
            <translation>منح خصم</translation>
        </message>
        <message>
            <source>Validated rate {rate}</source>
            <translation>تعرفة مخفضة {rate}</translation>
        </message>
        <message>
            <source>Validated: {amount} off</source>
            <translation>مُنح خصم: {amount}</translation>
        </message>
        <message>
            <source>Validation in full</source>
            <translation>خصم كامل</translation>
        </message>
        <message>
            <source>Validation {amount}</source>
            <translation>خصم {amount}</translation>
        </message>
        <message>
            <source>Validation {minutes} min</source>
            <translation>خصم {minutes} د</translation>
        </message>
        <message>
            <source>Validation {percent} %</source>
            <translation>خصم {percent} %</translation>
        </message>
        <message>
            <source>Validations</source>
            <translation>خصومات التجار</translation>
        </message>
        <message>
            <source>Validations withdrawn</source>
            <translation>خصومات مسحوبة</translation>
        </message>
        <message>
            <source>Value pass</source>
            <translation>بطاقة رصيد</translation>
        </message>
        <message>
            <source>Vehicle</source>
            <translation>المركبة</translation>
        </message>
        <message>
            <source>Version {version} is published: new stays get it from its first day.</source>
            <translation>نُشر الإصدار {version}: يسري على الوقوف الجديد من يومه الأول.</translation>
        </message>
        <message>
            <source>Version {version} was published meanwhile. Look at it, then publish.</source>
            <translation>نُشر الإصدار {version} في هذه الأثناء. راجعه ثم انشر.</translation>
        </message>
        <message>
            <source>Version {version}, in force</source>
            <translation>الإصدار {version}، ساري المفعول</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>ملغاة</translation>
        </message>
        <message>
            <source>Void: the fee is due again</source>
            <translation>إلغاء: الرسم مستحق من جديد</translation>
        </message>
        <message>
            <source>Voided payments</source>
            <translation>مدفوعات ملغاة</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>قسيمة</translation>
        </message>
        <message>
            <source>Voucher for {short}</source>
            <translation>قسيمة: {short}</translation>
        </message>
        <message>
            <source>Voucher of {name}</source>
            <translation>قسيمة {name}</translation>
        </message>
        <message>
            <source>Voucher {number}</source>
            <translation>القسيمة {number}</translation>
        </message>
        <message>
            <source>Vouchers {first} to {last} are on A4 pages: {file}</source>
            <translation>القسائم من {first} إلى {last} على صفحات A4: {file}</translation>
        </message>
        <message>
            <source>Vouchers {first} to {last} are printed.</source>
            <translation>تُطبع القسائم من {first} إلى {last}.</translation>
        </message>
        <message>
            <source>Waiting for the gate board.</source>
            <translation>في انتظار لوحة الحاجز.</translation>
        </message>
        <message>
            <source>Waiting for your bank. The barrier opens by itself.</source>
            <translation>ننتظر بنكك. يُفتح الحاجز تلقائياً.</translation>
        </message>
        <message>
            <source>Wants to pay cash</source>
            <translation>يريد الدفع نقدًا</translation>
        </message>
        <message>
            <source>We are asking your pass.</source>
            <translation>نسأل بطاقتك.</translation>
        </message>
        <message>
            <source>We are calling somebody. Please stay with your car.</source>
            <translation>نستدعي موظفًا. يرجى البقاء عند سيارتك.</translation>
        </message>
        <message>
            <source>We are calling the booth.</source>
            <translation>ننادي الكشك.</translation>
        </message>
        <message>
            <source>We are checking your code.</source>
            <translation>نتحقق من رمزك.</translation>
        </message>
        <message>
            <source>We are checking your payment. Somebody is on the way to you.</source>
            <translation>نتحقق من دفعتك. موظف في الطريق إليك.</translation>
        </message>
        <message>
            <source>We are making your payment code.</source>
            <translation>نُعدّ رمز الدفع.</translation>
        </message>
        <message>
            <source>We are taking it from your pass.</source>
            <translation>نخصمه من بطاقتك.</translation>
        </message>
        <message>
            <source>We are waking the card reader.</source>
            <translation>نجهّز قارئ البطاقات.</translation>
        </message>
        <message>
            <source>We could not read that code</source>
            <translation>تعذّرت قراءة الرمز</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>هذا الرمز غير معروف</translation>
        </message>
        <message>
            <source>We have called somebody. Stay with your car.</source>
            <translation>استدعينا موظفًا. ابقَ عند سيارتك.</translation>
        </message>
        <message>
            <source>We keep asking. As soon as the money is known to have come, the pass is sold.</source>
            <translation>نواصل السؤال. تُباع البطاقة فور التأكد من وصول المبلغ.</translation>
        </message>
        <message>
            <source>Weekly cap</source>
            <translation>الحد الأقصى الأسبوعي</translation>
        </message>
        <message>
            <source>Weekly cap × {weeks}</source>
            <translation>الحد الأقصى الأسبوعي × {weeks}</translation>
        </message>
        <message>
            <source>Weekly rate</source>
            <translation>سعر الأسبوع</translation>
        </message>
        <message>
            <source>Weekly rate × {weeks}</source>
            <translation>سعر الأسبوع × {weeks}</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>أهلًا وسهلًا</translation>
        </message>
        <message>
            <source>Welcome back</source>
            <translation>أهلاً بعودتك</translation>
        </message>
        <message>
            <source>Welcome. Nobody is known here yet.</source>
            <translation>أهلًا. لا أحد مسجّل هنا بعد.</translation>
        </message>
        <message>
            <source>Wet</source>
            <translation>مبللة</translation>
        </message>
        <message>
            <source>What stays</source>
            <translation>الصافي</translation>
        </message>
        <message>
            <source>What took these is gone from the settings. A supervisor asks the bank.</source>
            <translation>الجهاز الذي استلمها لم يعد في الإعدادات. المشرف يسأل البنك.</translation>
        </message>
        <message>
            <source>What took these is gone from the settings. Ask the bank, pick one, say: paid, or not paid.</source>
            <translation>الجهاز الذي استلمها لم يعد في الإعدادات. اسأل البنك، ثم اختر واحدة وقل: مدفوعة أو غير مدفوعة.</translation>
        </message>
        <message>
            <source>Where it is</source>
            <translation>مكانها</translation>
        </message>
        <message>
            <source>Where passes are is forgotten; their next use decides.</source>
            <translation>نُسي مكان البطاقات؛ واستخدامها التالي يقرر.</translation>
        </message>
        <message>
            <source>Who agrees?</source>
            <translation>من يوافق؟</translation>
        </message>
        <message>
            <source>Who are you?</source>
            <translation>من أنت؟</translation>
        </message>
        <message>
            <source>Why?</source>
            <translation>لماذا؟</translation>
        </message>
        <message>
            <source>Wires</source>
            <translation>الأسلاك</translation>
        </message>
        <message>
            <source>Without an outcome</source>
            <translation>بلا نتيجة</translation>
        </message>
        <message>
            <source>Without an outcome yet</source>
            <translation>دون نتيجة بعد</translation>
        </message>
        <message>
            <source>Without it, you cannot drive in.</source>
            <translation>لا يمكنك الدخول بدونها.</translation>
        </message>
        <message>
            <source>Works elsewhere now</source>
            <translation>يعمل الآن في مكان آخر</translation>
        </message>
        <message>
            <source>Worth</source>
            <translation>القيمة</translation>
        </message>
        <message>
            <source>Write 60 min; 25 %; 5.00; full; or one of these rates: {names}.</source>
            <translation>اكتب 60 min; 25 %; 5.00; full; أو إحدى هذه الفئات: {names}.</translation>
        </message>
        <message>
            <source>Write a date and a time, or a length such as +2:15.</source>
            <translation>اكتب التاريخ والوقت، أو مدة مثل +2:15.</translation>
        </message>
        <message>
            <source>Write a date and a time, such as 2026-11-20 08:15.</source>
            <translation>اكتب التاريخ والوقت، مثل 2026-11-20 08:15.</translation>
        </message>
        <message>
            <source>Write a time, such as 8:15, or a date and a time: 18.11. 22:30</source>
            <translation>اكتب وقتًا مثل 8:15، أو تاريخًا ووقتًا: 18.11. 22:30</translation>
        </message>
        <message>
            <source>Write a whole number of percent, or nothing.</source>
            <translation>اكتب عددًا صحيحًا من المئة أو اتركه فارغًا.</translation>
        </message>
        <message>
            <source>Write when it begins and ends, such as 08:00 / 12:00.</source>
            <translation>اكتب البداية والنهاية، مثل 08:00 / 12:00.</translation>
        </message>
        <message>
            <source>Writing the ticket</source>
            <translation>جارٍ إعداد التذكرة</translation>
        </message>
        <message>
            <source>Wrong PIN. Please try again.</source>
            <translation>رقم سري خاطئ. يرجى المحاولة مجددًا.</translation>
        </message>
        <message>
            <source>Wrong PIN. Tries left before it locks: {left}</source>
            <translation>رقم سري خاطئ. المحاولات المتبقية قبل القفل: {left}</translation>
        </message>
        <message>
            <source>Wrong amount</source>
            <translation>مبلغ خاطئ</translation>
        </message>
        <message>
            <source>Wrong answer</source>
            <translation>إجابة خاطئة</translation>
        </message>
        <message>
            <source>Wrong board mode</source>
            <translation>وضع اللوحة خاطئ</translation>
        </message>
        <message>
            <source>Wrong shop</source>
            <translation>متجر خاطئ</translation>
        </message>
        <message>
            <source>Wrong tariff</source>
            <translation>تعرفة خاطئة</translation>
        </message>
        <message>
            <source>Wrong ticket</source>
            <translation>تذكرة خاطئة</translation>
        </message>
        <message>
            <source>Wrong way</source>
            <translation>اتجاه معاكس</translation>
        </message>
        <message>
            <source>X report</source>
            <translation>تقرير X</translation>
        </message>
        <message>
            <source>Yes, more time please</source>
            <translation>نعم، أحتاج وقتًا أكثر</translation>
        </message>
        <message>
            <source>You do not have the right to do that.</source>
            <translation>ليست لديك صلاحية لذلك.</translation>
        </message>
        <message>
            <source>You have a new PIN at this booth.</source>
            <translation>لديك رقم سري جديد في هذا الكشك.</translation>
        </message>
        <message>
            <source>Your PIN until now</source>
            <translation>رقمك السري الحالي</translation>
        </message>
        <message>
            <source>Your booking has not started yet</source>
            <translation>لم يبدأ حجزك بعد</translation>
        </message>
        <message>
            <source>Your booking is over</source>
            <translation>انتهى حجزك</translation>
        </message>
        <message>
            <source>Your booking is valid</source>
            <translation>حجزك صالح</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Your pass</source>
            <translation>بطاقتك</translation>
        </message>
        <message>
            <source>Your pass is valid until {ends_at:moment}</source>
            <translation>بطاقتك صالحة حتى {ends_at:moment}</translation>
        </message>
        <message>
            <source>Your receipt is printing.</source>
            <translation>جارٍ طباعة إيصالك.</translation>
        </message>
        <message>
            <source>Your stay</source>
            <translation>مدة وقوفك</translation>
        </message>
        <message>
            <source>Your ticket is printing</source>
            <translation>جارٍ طباعة تذكرتك</translation>
        </message>
        <message>
            <source>Z</source>
            <translation>Z</translation>
        </message>
        <message>
            <source>Z before</source>
            <translation>تقرير Z السابق</translation>
        </message>
        <message>
            <source>Z report {number}</source>
            <translation>تقرير Z رقم {number}</translation>
        </message>
        <message>
            <source>Z reports</source>
            <translation>تقارير Z</translation>
        </message>
        <message>
            <source>Zone</source>
            <translation>المنطقة</translation>
        </message>
        <message>
            <source>all</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>any</source>
            <translation>أي</translation>
        </message>
        <message>
            <source>car</source>
            <translation>car</translation>
        </message>
        <message>
            <source>free spaces</source>
            <translation>أماكن متاحة</translation>
        </message>
        <message>
            <source>left</source>
            <translation>غادر</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>مقفل</translation>
        </message>
        <message>
            <source>locked: {count} wrong PINs</source>
            <translation>مقفل: أرقام خاطئة {count}</translation>
        </message>
        <message>
            <source>no PIN at this booth</source>
            <translation>لا رقم سري في هذا الكشك</translation>
        </message>
        <message>
            <source>no pass</source>
            <translation>بلا بطاقة</translation>
        </message>
        <message>
            <source>not known</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>of which {tax}</source>
            <translation>منها {tax}</translation>
        </message>
        <message>
            <source>off</source>
            <translation>غير نشط</translation>
        </message>
        <message>
            <source>on</source>
            <translation>نشط</translation>
        </message>
        <message>
            <source>or press the button below</source>
            <translation>أو اضغط الزر أدناه</translation>
        </message>
        <message>
            <source>signed on</source>
            <translation>مسجَّل الدخول</translation>
        </message>
        <message>
            <source>since {time} · {duration}</source>
            <translation>منذ {time} · {duration}</translation>
        </message>
        <message>
            <source>to pay</source>
            <translation>للدفع</translation>
        </message>
        <message>
            <source>to pay at the booth</source>
            <translation>للدفع في الكشك</translation>
        </message>
        <message>
            <source>to pay in cash</source>
            <translation>للدفع نقدًا</translation>
        </message>
        <message>
            <source>to pay later</source>
            <translation>للدفع لاحقًا</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>غير معروف</translation>
        </message>
        <message>
            <source>until before</source>
            <translation>حتى قبل</translation>
        </message>
        <message>
            <source>until {at:date}</source>
            <translation>حتى {at:date}</translation>
        </message>
        <message>
            <source>will be taken once at most</source>
            <translation>سيُخصم مرة واحدة على الأكثر</translation>
        </message>
        <message>
            <source>{amount} are on their way back.</source>
            <translation>{amount} في طريق العودة.</translation>
        </message>
        <message>
            <source>{amount} off</source>
            <translation>خصم {amount}</translation>
        </message>
        <message>
            <source>{band}: first {minutes} min</source>
            <translation>{band}: أول {minutes} د</translation>
        </message>
        <message>
            <source>{band}: {count} × first {minutes} min</source>
            <translation>{band}: {count} × أول {minutes} د</translation>
        </message>
        <message>
            <source>{band}: {count} × {minutes} min</source>
            <translation>{band}: {count} × {minutes} د</translation>
        </message>
        <message>
            <source>{by}: free parking</source>
            <translation>{by}: وقوف مجاني</translation>
        </message>
        <message>
            <source>{by}: rate {rate}</source>
            <translation>{by}: تعرفة {rate}</translation>
        </message>
        <message>
            <source>{by}: {amount} off</source>
            <translation>{by}: خصم {amount}</translation>
        </message>
        <message>
            <source>{by}: {minutes} min free</source>
            <translation>{by}: {minutes} دقيقة مجانًا</translation>
        </message>
        <message>
            <source>{by}: {percent} % off</source>
            <translation>{by}: خصم {percent} %</translation>
        </message>
        <message>
            <source>{count} stays of class {vehicle} have no price there.</source>
            <translation>{count} مرة وقوف من الفئة {vehicle} ليس لها سعر هناك.</translation>
        </message>
        <message>
            <source>{count} stays would cost more, {least} less, {same} the same.</source>
            <translation>{count} مرة وقوف تكلّف أكثر، و{least} أقل، و{same} دون تغيير.</translation>
        </message>
        <message>
            <source>{count} would pay more than double; {free} were free and would pay.</source>
            <translation>{count} تدفع أكثر من الضعف؛ و{free} كانت مجانية وتدفع.</translation>
        </message>
        <message>
            <source>{count} × over {minutes} min</source>
            <translation>{count} × أكثر من {minutes} د</translation>
        </message>
        <message>
            <source>{count} × up to {minutes} min</source>
            <translation>{count} × حتى {minutes} د</translation>
        </message>
        <message>
            <source>{count} × {minutes} min</source>
            <translation>{count} × {minutes} د</translation>
        </message>
        <message>
            <source>{days} d</source>
            <translation>{days} ي</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} ي {hours} س</translation>
        </message>
        <message>
            <source>{done} of {of} stays</source>
            <translation>{done} من {of} مرة وقوف</translation>
        </message>
        <message>
            <source>{file}, not published; version {version} is in force</source>
            <translation>{file}، غير منشور؛ الإصدار {version} ساري المفعول</translation>
        </message>
        <message>
            <source>{first} for the first {start} min, then {price} per {minutes} min</source>
            <translation>{first} لأول {start} د، ثم {price} لكل {minutes} د</translation>
        </message>
        <message>
            <source>{hours} h</source>
            <translation>{hours} س</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} س {minutes} د</translation>
        </message>
        <message>
            <source>{inside} of {spaces}</source>
            <translation>{inside} من {spaces}</translation>
        </message>
        <message>
            <source>{inside}, no limit</source>
            <translation>{inside}، بلا حد</translation>
        </message>
        <message>
            <source>{lane} calls</source>
            <translation>نداء من {lane}</translation>
        </message>
        <message>
            <source>{left} left of {amount}</source>
            <translation>بقي {left} من {amount}</translation>
        </message>
        <message>
            <source>{length} · since {at}</source>
            <translation>{length} · منذ {at}</translation>
        </message>
        <message>
            <source>{method} given back × {count}</source>
            <translation>{method} أُعيد × {count}</translation>
        </message>
        <message>
            <source>{minutes} min</source>
            <translation>{minutes} د</translation>
        </message>
        <message>
            <source>{missing} is missing.</source>
            <translation>ينقص {missing}.</translation>
        </message>
        <message>
            <source>{name} has a new PIN at this booth.</source>
            <translation>لدى {name} رقم سري جديد في هذا الكشك.</translation>
        </message>
        <message>
            <source>{name} may do nothing here any more.</source>
            <translation>لم يعد يحق لـ {name} فعل أي شيء هنا.</translation>
        </message>
        <message>
            <source>{name} may sign on now, with the PIN you typed.</source>
            <translation>يمكن لـ {name} تسجيل الدخول الآن بالرقم الذي كتبته.</translation>
        </message>
        <message>
            <source>{name} since {time}</source>
            <translation>{name} منذ {time}</translation>
        </message>
        <message>
            <source>{name} works here again, with the PIN you typed.</source>
            <translation>عاد {name} إلى العمل هنا بالرقم الذي كتبته.</translation>
        </message>
        <message>
            <source>{price} a day</source>
            <translation>{price} في اليوم</translation>
        </message>
        <message>
            <source>{price} a week</source>
            <translation>{price} في الأسبوع</translation>
        </message>
        <message>
            <source>{price} came too late for that. Give them back (F6).</source>
            <translation>وصل {price} بعد فوات الأوان. أعد المبلغ (F6).</translation>
        </message>
        <message>
            <source>{price} for the whole stay</source>
            <translation>{price} لكامل مدة الوقوف</translation>
        </message>
        <message>
            <source>{price} per {minutes} min</source>
            <translation>{price} لكل {minutes} د</translation>
        </message>
        <message>
            <source>{price} per {minutes} min, at most {cap} a day</source>
            <translation>{price} لكل {minutes} د، بحد أقصى {cap} في اليوم</translation>
        </message>
        <message>
            <source>{price} per {minutes} min, at most {cap} in 24 hours</source>
            <translation>{price} لكل {minutes} د، بحد أقصى {cap} في 24 ساعة</translation>
        </message>
        <message>
            <source>{price} up to {minutes} min, more by length of stay</source>
            <translation>{price} حتى {minutes} د، وأكثر حسب مدة الوقوف</translation>
        </message>
        <message>
            <source>{price}: hold the card to the terminal at {place}.</source>
            <translation>{price}: قرّب البطاقة من الجهاز عند {place}.</translation>
        </message>
        <message>
            <source>{trouble}. Alt P takes it as a part.</source>
            <translation>{trouble}. ‏Alt P يأخذه كجزء.</translation>
        </message>
        <message>
            <source>{value} % off</source>
            <translation>خصم {value} %</translation>
        </message>
        <message>
            <source>{value} min free</source>
            <translation>{value} دقيقة مجانًا</translation>
        </message>
    </context>
</TS>
