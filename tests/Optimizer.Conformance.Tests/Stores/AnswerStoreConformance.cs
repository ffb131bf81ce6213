using System.Text;
using Optimizer.Workflows.Ports;
using static Optimizer.Testing.RecordSamples;

namespace Optimizer.Conformance.Tests.Stores;

/// <summary>Answers by idempotency key: the first holds, until it is forgotten.</summary>
public abstract class AnswerStoreConformance<THosting> : StoresConformance<THosting>
    where THosting : IStoreHosting, new()
{
    [StoreFact]
    public async Task FindAsync_KeptAnswer_HasEveryFieldForThatSenderAndKeyOnly()
    {
        await PutAsync("ana", "k/1", "first é");

        var found = (await (await OtherAsync()).Answers.FindAsync("ana", "k/1", default))!;

        Assert.Equal(("hash", 201, "/api/x/1", "first é", Start), (found.Request, found.Status, found.Headers["Location"], Text(found), found.At));
        Assert.Null(await Stores.Answers.FindAsync("ana", "k/2", default));
        Assert.Null(await Stores.Answers.FindAsync("bo", "k/1", default));
        Assert.Null(await Stores.Answers.FindAsync("anak", "/1", default));
    }

    [StoreFact]
    public async Task PutAsync_SameKeyAgain_TheFirstHolds()
    {
        await PutAsync("ana", "k", "first");
        await PutAsync("ana", "k", "second", hours: 1);

        Assert.Equal("first", Text((await Stores.Answers.FindAsync("ana", "k", default))!));
    }

    [StoreFact]
    public async Task PutAsync_OlderThanTheTimeGiven_IsForgotten()
    {
        for (var number = 0; number < 5; number++)
        {
            await PutAsync("ana", $"k{number}", $"{number}", hours: number);
        }

        await PutAsync("bo", "new", "x", hours: 30, forget: 2);

        var left = await AtOnceAsync(5, async number => await Stores.Answers.FindAsync("ana", $"k{number}", default) is { } kept ? Text(kept) : "");
        Assert.Equal(["", "", "2", "3", "4"], left);
        await PutAsync("ana", "k0", "again", hours: 31);
        Assert.Equal("again", Text((await Stores.Answers.FindAsync("ana", "k0", default))!));
    }

    [StoreFact]
    public async Task PutAsync_LargeBody_ComesBackWhole()
    {
        var body = new string('é', 100_000);
        await PutAsync("ana", "k", body);

        Assert.Equal(body, Text((await Stores.Answers.FindAsync("ana", "k", default))!));
    }

    private static string Text(KeptAnswer answer) => Encoding.UTF8.GetString(answer.Body.Span);

    private Task PutAsync(string sender, string key, string body, int hours = 0, int forget = -24) => Stores.Answers.PutAsync(
        sender, key, new("hash", 201, new Dictionary<string, string> { ["Location"] = "/api/x/1" }, Encoding.UTF8.GetBytes(body), Start.AddHours(hours)),
        Start.AddHours(forget), default);
}
