using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Optimizer.Domain.Audit;

namespace Optimizer.Tests.Domain.Audit;

public class AuditWordsTests
{
    [Fact]
    public void Of_EveryKindOfEvent_HasAName()
    {
        var events = typeof(AuditEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AuditEvent))).ToList();

        Assert.Equal(
            events.OrderBy(type => type.Name), typeof(AuditEvent).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(kind => kind.DerivedType).OrderBy(type => type.Name));
        Assert.All(events, type => Assert.Contains(AuditKinds.Of((AuditEvent)RuntimeHelpers.GetUninitializedObject(type)), AuditKinds.All));
    }

    [Fact]
    public void Of_EveryRecordOfTheStory_IsOneSentence() => Assert.All(
        Story.Tell().Records(), record => Assert.Matches(@"^[A-Z0-9a-z]", AuditWords.Of(record.Entry.Event)));
}
