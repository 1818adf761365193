<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
    <context>
        <name>Boomgate</name>
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
            <source>A card payment is running for this ticket. Wait for its outcome.</source>
            <translation>هناك دفع بالبطاقة جارٍ لهذه التذكرة. يُرجى انتظار نتيجته.</translation>
        </message>
        <message>
            <source>A loop does not change</source>
            <translation>مستشعر أرضي لا يتغيّر</translation>
        </message>
        <message>
            <source>A payment has no clear outcome</source>
            <translation>نتيجة إحدى الدفعات غير واضحة</translation>
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
            <source>All barriers are open.</source>
            <translation>جميع الحواجز مفتوحة.</translation>
        </message>
        <message>
            <source>Already paid</source>
            <translation>المدفوع سابقًا</translation>
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
            <source>Bad print</source>
            <translation>طباعة رديئة</translation>
        </message>
        <message>
            <source>Began again after an error</source>
            <translation>استأنف العمل بعد خطأ</translation>
        </message>
        <message>
            <source>Booked</source>
            <translation>محجوز</translation>
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
            <source>Booth</source>
            <translation>الكشك</translation>
        </message>
        <message>
            <source>Broken off</source>
            <translation>مكسور</translation>
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
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Cancelling</source>
            <translation>جارٍ الإلغاء</translation>
        </message>
        <message>
            <source>Cannot give change</source>
            <translation>لا يوجد فكّة</translation>
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
            <source>Cash</source>
            <translation>نقدًا</translation>
        </message>
        <message>
            <source>Cashier</source>
            <translation>الصندوق</translation>
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
            <source>Change given</source>
            <translation>الباقي المدفوع</translation>
        </message>
        <message>
            <source>Change mode</source>
            <translation>تغيير الوضع</translation>
        </message>
        <message>
            <source>Charged, no answer</source>
            <translation>خُصم المبلغ دون رد</translation>
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
            <source>Clear</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Clock is right</source>
            <translation>الساعة صحيحة</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>مغلق</translation>
        </message>
        <message>
            <source>Closed to all</source>
            <translation>مغلق للجميع</translation>
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
            <source>Come back later, or take a ticket.</source>
            <translation>عُد لاحقًا أو خذ تذكرة.</translation>
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
            <source>Cover is open</source>
            <translation>الغطاء مفتوح</translation>
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
            <source>Demo: the PIN is {pin}</source>
            <translation>عرض تجريبي: الرقم السري {pin}</translation>
        </message>
        <message>
            <source>Device out of order</source>
            <translation>الجهاز معطّل</translation>
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
            <source>Does not answer</source>
            <translation>لا يستجيب</translation>
        </message>
        <message>
            <source>Down</source>
            <translation>أسفل</translation>
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
            <source>Driver changed their mind</source>
            <translation>غيّر السائق رأيه</translation>
        </message>
        <message>
            <source>Driver lost it</source>
            <translation>أضاعها السائق</translation>
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
            <source>Entered</source>
            <translation>وقت الدخول</translation>
        </message>
        <message>
            <source>Entered {at} · {at:date}</source>
            <translation>وقت الدخول {at} · {at:date}</translation>
        </message>
        <message>
            <source>Erase</source>
            <translation>مسح</translation>
        </message>
        <message>
            <source>Event</source>
            <translation>فعالية</translation>
        </message>
        <message>
            <source>Exact</source>
            <translation>المبلغ بالضبط</translation>
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
            <source>First {minutes} min free</source>
            <translation>أول {minutes} د مجانًا</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>متاح</translation>
        </message>
        <message>
            <source>Free: {count}</source>
            <translation>متاح: {count}</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>ممتلئ</translation>
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
            <source>Give back</source>
            <translation>أعد</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>المستلَم</translation>
        </message>
        <message>
            <source>Good card</source>
            <translation>بطاقة سليمة</translation>
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
            <source>Hold the code to the reader, or type it</source>
            <translation>قرّب الرمز من القارئ أو أدخله</translation>
        </message>
        <message>
            <source>Hold this code to the reader at the exit.</source>
            <translation>قرّب هذا الرمز من القارئ عند الخروج.</translation>
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
            <source>I have a booking</source>
            <translation>لديّ حجز</translation>
        </message>
        <message>
            <source>IOU</source>
            <translation>تعهّد بالدفع</translation>
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
            <source>It stands under the square</source>
            <translation>مكتوب أسفل المربّع</translation>
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
            <source>Lane is stuck</source>
            <translation>المسار عالق</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>المسارات</translation>
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
            <source>Lock</source>
            <translation>قفل</translation>
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
            <source>Lost ticket</source>
            <translation>تذكرة مفقودة</translation>
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
            <source>Mode</source>
            <translation>الوضع</translation>
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
            <source>Needs you</source>
            <translation>يحتاج إليك</translation>
        </message>
        <message>
            <source>Net</source>
            <translation>الصافي</translation>
        </message>
        <message>
            <source>Never got one</source>
            <translation>لم يحصل على واحدة</translation>
        </message>
        <message>
            <source>New car</source>
            <translation>سيارة جديدة</translation>
        </message>
        <message>
            <source>Nil exit</source>
            <translation>خروج دون دفع</translation>
        </message>
        <message>
            <source>No centre</source>
            <translation>لا يوجد مركز</translation>
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
            <source>No money at hand</source>
            <translation>لا نقود لديه</translation>
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
            <source>No shift open</source>
            <translation>لا وردية مفتوحة</translation>
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
            <source>Normal</source>
            <translation>عادي</translation>
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
            <source>Not wired</source>
            <translation>غير موصول</translation>
        </message>
        <message>
            <source>Nothing to pay</source>
            <translation>لا شيء للدفع</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>موافق</translation>
        </message>
        <message>
            <source>Offline, {count} waiting</source>
            <translation>غير متصل، في الانتظار: {count}</translation>
        </message>
        <message>
            <source>One car only, please.</source>
            <translation>سيارة واحدة فقط من فضلك.</translation>
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
            <source>Open</source>
            <translation>مفتوح</translation>
        </message>
        <message>
            <source>Open once</source>
            <translation>فتح مرة واحدة</translation>
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
            <source>Out of service</source>
            <translation>خارج الخدمة</translation>
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
            <source>Paid</source>
            <translation>مدفوع</translation>
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
            <source>Paid now</source>
            <translation>مدفوع الآن</translation>
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
            <source>Pay another way</source>
            <translation>الدفع بطريقة أخرى</translation>
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
            <source>Payment unclear</source>
            <translation>الدفع غير واضح</translation>
        </message>
        <message>
            <source>Plate</source>
            <translation>لوحة السيارة</translation>
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
            <source>Print a receipt</source>
            <translation>طباعة إيصال</translation>
        </message>
        <message>
            <source>Print not confirmed</source>
            <translation>لم تُؤكَّد الطباعة</translation>
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
            <source>Ready</source>
            <translation>جاهز</translation>
        </message>
        <message>
            <source>Receipt</source>
            <translation>إيصال</translation>
        </message>
        <message>
            <source>Receipts of the last payments</source>
            <translation>إيصالات آخر الدفعات</translation>
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
            <source>Reset</source>
            <translation>إعادة ضبط</translation>
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
            <source>Session</source>
            <translation>الوقوف</translation>
        </message>
        <message>
            <source>Shift {number}, {name} since {time}</source>
            <translation>الوردية {number}، {name} منذ {time}</translation>
        </message>
        <message>
            <source>Sign on</source>
            <translation>تسجيل الدخول</translation>
        </message>
        <message>
            <source>Simulated garage: real wires, no real money</source>
            <translation>مرآب محاكى: أسلاك حقيقية بلا نقود حقيقية</translation>
        </message>
        <message>
            <source>Since {at:moment}</source>
            <translation>منذ {at:moment}</translation>
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
            <source>Supervisor</source>
            <translation>المشرف</translation>
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
            <source>Take paper</source>
            <translation>خذ الورقة</translation>
        </message>
        <message>
            <source>Technician</source>
            <translation>الفني</translation>
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
            <source>That was not saved. Please try again, or call the technician.</source>
            <translation>لم يُحفظ ذلك. يرجى المحاولة مجددًا أو الاتصال بالفني.</translation>
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
            <source>The clock went back</source>
            <translation>رجعت الساعة إلى الوراء</translation>
        </message>
        <message>
            <source>The clock went back. Somebody must confirm it.</source>
            <translation>رجعت الساعة إلى الوراء. يجب أن يؤكدها شخص.</translation>
        </message>
        <message>
            <source>The driver asks for help</source>
            <translation>السائق يطلب المساعدة</translation>
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
            <source>The office printer did not take it: {words}</source>
            <translation>لم تقبله طابعة المكتب: {words}</translation>
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
            <source>The same PIN again</source>
            <translation>الرقم السري نفسه مرة أخرى</translation>
        </message>
        <message>
            <source>The square code faces the red light.</source>
            <translation>وجّه الرمز المربّع نحو الضوء الأحمر.</translation>
        </message>
        <message>
            <source>The two PINs are not the same. Please type both again.</source>
            <translation>الرقمان السريان غير متطابقين. يرجى إدخالهما مجددًا.</translation>
        </message>
        <message>
            <source>This PIN is too easy to guess. Please choose another.</source>
            <translation>هذا الرقم السري سهل التخمين. يرجى اختيار غيره.</translation>
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
            <source>This is not an amount.</source>
            <translation>هذا ليس مبلغًا.</translation>
        </message>
        <message>
            <source>This lane is starting.</source>
            <translation>هذا المسار قيد التشغيل.</translation>
        </message>
        <message>
            <source>This price holds until {until}.</source>
            <translation>هذا السعر سارٍ حتى {until}.</translation>
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
            <source>To pay</source>
            <translation>المستحق</translation>
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
            <source>Torn</source>
            <translation>ممزقة</translation>
        </message>
        <message>
            <source>Total</source>
            <translation>المجموع</translation>
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
            <source>Type the code</source>
            <translation>أدخل الرمز</translation>
        </message>
        <message>
            <source>Type the code under the square</source>
            <translation>أدخل الرمز الموجود أسفل المربّع</translation>
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
            <source>Use a booking or another lane, or press Help.</source>
            <translation>استخدم حجزًا أو مسارًا آخر أو اضغط «مساعدة».</translation>
        </message>
        <message>
            <source>Use another lane, or press Help.</source>
            <translation>استخدم مسارًا آخر أو اضغط «مساعدة».</translation>
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
            <source>VAT {percent} %</source>
            <translation>ضريبة القيمة المضافة {percent} %</translation>
        </message>
        <message>
            <source>Void</source>
            <translation>ملغاة</translation>
        </message>
        <message>
            <source>Waiting for the gate board.</source>
            <translation>في انتظار لوحة الحاجز.</translation>
        </message>
        <message>
            <source>Wants to pay cash</source>
            <translation>يريد الدفع نقدًا</translation>
        </message>
        <message>
            <source>We are calling somebody. Please stay with your car.</source>
            <translation>نستدعي موظفًا. يرجى البقاء عند سيارتك.</translation>
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
            <source>Welcome</source>
            <translation>أهلًا وسهلًا</translation>
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
            <source>Without it, you cannot drive in.</source>
            <translation>لا يمكنك الدخول بدونها.</translation>
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
            <source>Wrong answer</source>
            <translation>إجابة خاطئة</translation>
        </message>
        <message>
            <source>Wrong board mode</source>
            <translation>وضع اللوحة خاطئ</translation>
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
            <source>free spaces</source>
            <translation>أماكن متاحة</translation>
        </message>
        <message>
            <source>locked</source>
            <translation>مقفل</translation>
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
            <source>since {time} · {duration}</source>
            <translation>منذ {time} · {duration}</translation>
        </message>
        <message>
            <source>to pay</source>
            <translation>للدفع</translation>
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
            <source>will be taken once at most</source>
            <translation>سيُخصم مرة واحدة على الأكثر</translation>
        </message>
        <message>
            <source>{count} payments · {amount}</source>
            <translation>عدد الدفعات {count} · {amount}</translation>
        </message>
        <message>
            <source>{count} × {minutes} min</source>
            <translation>{count} × {minutes} د</translation>
        </message>
        <message>
            <source>{days} d {hours} h</source>
            <translation>{days} ي {hours} س</translation>
        </message>
        <message>
            <source>{hours} h {minutes} min</source>
            <translation>{hours} س {minutes} د</translation>
        </message>
        <message>
            <source>{lane} calls</source>
            <translation>نداء من {lane}</translation>
        </message>
        <message>
            <source>{length} · since {at}</source>
            <translation>{length} · منذ {at}</translation>
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
    </context>
</TS>
