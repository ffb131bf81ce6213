using Optimizer.Domain.Policies;

namespace Optimizer.Tests.Cockpit.Approvals;

public class DelegationTests
{
    [Fact]
    public async Task Answer_ForWhoIsAway_CountsAndIsShownAsBForA()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var (ana, _) = (await kit.TokenAsync("ana@example.com"), await kit.TokenAsync("ben@example.com", seat: Seat.Engineer));
        Assert.Equal((403, "seat_too_low"), Pair(await kit.AnswerAsync("ben@example.com", asked)));
        Assert.Equal(201, await DelegateAsync(kit, ana, "ben@example.com"));

        var answered = await kit.AnswerAsync("ben@example.com", asked);

        Assert.Equal((200, "approved"), Pair(answered));
        Assert.Equal("ben@example.com for ana@example.com", answered.Field("endedBy"));
    }

    [Fact]
    public async Task Answer_ForWhoProposedOrApproved_DoesNotCount()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var (ana, _) = (await kit.TokenAsync("ana@example.com"), await kit.TokenAsync("ben@example.com", seat: Seat.Engineer));
        Assert.Equal(201, await DelegateAsync(kit, ana, "ben@example.com"));

        var anas = await kit.AskAsync(kit.Request() with { RequestedBy = "ana@example.com" });
        Assert.Equal((403, "own_proposal"), Pair(await kit.AnswerAsync("ben@example.com", anas)));
        var bens = await kit.AskAsync(kit.Request("onboarding-q2") with { RequestedBy = "ben@example.com" });
        Assert.Equal((403, "own_proposal"), Pair(await kit.AnswerAsync("ben@example.com", bens)));
        var two = await kit.AskAsync(kit.Request("onboarding-q3") with { Quorum = 2 });
        await kit.AnswerAsync("ana@example.com", two);
        Assert.Equal("pending", (await kit.AnswerAsync("ben@example.com", two)).Word);
    }

    [Fact]
    [Trait("Req", "S3-030")]
    public async Task Answer_ToWhatIsProtected_IsTheHoldersInPerson()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var (ceo, _) = (await kit.TokenAsync("eva@example.com", seat: Seat.Ceo), await kit.TokenAsync("ben@example.com"));
        Assert.Equal(201, await DelegateAsync(kit, ceo, "ben@example.com"));
        var price = await kit.AskAsync(kit.Request() with { Class = ChangeClass.Pricing, Seat = Seat.Ceo });

        Assert.Equal((403, "seat_too_low"), Pair(await kit.AnswerAsync("ben@example.com", price)));
        Assert.Equal((200, "approved"), Pair(await kit.AnswerAsync("eva@example.com", price)));
    }

    [Fact]
    public async Task Make_ToAProgramAStrangerOrAbove_IsRefused_EndedEnds()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var (ana, _, _) = (await kit.TokenAsync("ana@example.com"), await kit.TokenAsync("bot", isHuman: false), await kit.TokenAsync("ben@example.com", seat: Seat.Engineer));

        Assert.Equal(422, await DelegateAsync(kit, ana, "bot"));
        Assert.Equal(422, await DelegateAsync(kit, ana, "nobody@example.com"));
        Assert.Equal(422, await DelegateAsync(kit, ana, "ANA@example.com"));
        Assert.Equal(422, await DelegateAsync(kit, ana, "ben@example.com", days: 91));
        Assert.Equal(422, await DelegateAsync(kit, ana, "ben@example.com", seat: "ceo"));
        Assert.Equal(201, await DelegateAsync(kit, ana, "ben@example.com", days: 2));
        var id = (await kit.SendAsync("GET", "/api/approvals/delegations", ana)).Json.GetProperty("items")[0].GetProperty("id").GetString();
        Assert.Equal(403, (await kit.SendAsync("DELETE", $"/api/approvals/delegations/{id}", await kit.TokenAsync("ben@example.com"))).Status);
        Assert.Equal(200, (await kit.SendAsync("DELETE", $"/api/approvals/delegations/{id}", ana)).Status);
        Assert.Equal((403, "seat_too_low"), Pair(await kit.AnswerAsync("ben@example.com", await kit.AskAsync())));
    }

    private static (int Status, string Word) Pair(Answered answered) => (answered.Status, answered.Word);

    private static async Task<int> DelegateAsync(AnswerKit kit, string token, string to, double days = 7, string? seat = null) => (await kit.SendAsync(
        "POST", "/api/approvals/delegations", token,
        seat is null ? new { to, until = kit.Loop.Clock.GetUtcNow().AddDays(days) } : new { to, seat, until = kit.Loop.Clock.GetUtcNow().AddDays(days) })).Status;
}
