using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Cockpit.Approvals;
using Optimizer.Tests.Cockpit.Kit;

namespace Optimizer.Tests.Cockpit.Pages;

public sealed class ApprovalPagesTests
{
    [Fact]
    [Trait("Req", "S1-043")]
    [Trait("Req", "S1-044")]
    public async Task Queue_ShowsWhatWaitsWithItsReasonsAndTextOfOthersAsText()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        using var page = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));

        var text = (await page.GetAsync("/approvals")).Text;

        Assert.Contains("in semi every change waits for an approval", text, StringComparison.Ordinal);
        Assert.Contains("4 hours left", text, StringComparison.Ordinal);
        Assert.Contains(asked.PayloadHash, text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>eight", text, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Req", "S1-031")]
    [Trait("Req", "S1-041")]
    public async Task Approve_OnTheQueue_IsOneClickAndTheSameRecordAsEverywhere()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        using var page = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));
        _ = await page.GetAsync("/approvals");

        var answer = await page.PostAsync($"/approvals/{asked.Id}", ("decision", "approve"), ("hash", asked.PayloadHash), ("back", "queue"));

        Assert.Equal((303, "/approvals"), (answer.Status, answer.Headers["Location"]));
        var said = Assert.Single(await kit.AnswersAsync(), each => each.Counts).Answer;
        Assert.Equal(("ana@example.com", "page", true, asked.PayloadHash), (said.By, said.Channel, said.Approve, said.PayloadHash));
        Assert.Contains("Approved by ana@example.com.", (await page.GetAsync("/approvals")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"said\"", (await page.GetAsync("/approvals")).Text, StringComparison.Ordinal);

        // The same again is given the first answer; the other one is refused, and says who was first.
        Assert.Equal(303, (await page.PostAsync($"/approvals/{asked.Id}", ("decision", "approve"), ("hash", asked.PayloadHash))).Status);
        var late = await page.PostAsync($"/approvals/{asked.Id}", ("decision", "reject"), ("hash", asked.PayloadHash), ("comment", "no"));
        Assert.Equal(409, late.Status);
        Assert.Contains("the first decision wins", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reject_WithoutAReason_AsksForItAndKeepsThePage()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        using var page = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));
        _ = await page.GetAsync($"/approvals/{asked.Id}");

        var first = await page.PostAsync($"/approvals/{asked.Id}", ("decision", "reject"), ("hash", asked.PayloadHash));
        var second = await page.PostAsync($"/approvals/{asked.Id}", ("decision", "reject"), ("hash", asked.PayloadHash), ("comment", "not before the launch"));

        Assert.Equal((422, 303), (first.Status, second.Status));
        Assert.Contains("needs a comment", first.Text, StringComparison.Ordinal);
        Assert.Equal("not before the launch", Assert.Single(await kit.AnswersAsync(), each => each.Counts).Answer.Comment);
    }

    [Fact]
    public async Task Answer_ToAnotherChange_IsSupersededAndSaysSo()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        using var page = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));
        var answer = await page.PostAsync($"/approvals/{asked.Id}", ("decision", "approve"), ("hash", "bbbb000011112222"));
        Assert.Equal(409, answer.Status);
        Assert.Contains("superseded", answer.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await page.PostAsync("/approvals/nothing-q1", ("decision", "approve"), ("hash", "x"))).Status);
        Assert.Equal(404, (await page.GetAsync("/approvals/..%2F..%2Fetc")).Status);
        Assert.Equal(400, (await page.PostAsync($"/approvals/{asked.Id}", ("decision", "maybe"), ("hash", asked.PayloadHash))).Status);
    }

    [Fact]
    public async Task Page_ForWhoMayNotAnswer_HasNoButtonsAndSaysWhy()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync(kit.Request() with { Seat = Seat.Ceo });
        using var low = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));
        using var viewer = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("vera@example.com", Role.Viewer, Seat.Ceo));

        Assert.Contains("CEO or higher must answer", (await low.GetAsync($"/approvals/{asked.Id}")).Text, StringComparison.Ordinal);
        var text = (await viewer.GetAsync($"/approvals/{asked.Id}")).Text;
        Assert.Contains("only looks", text, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"approve\"", text, StringComparison.Ordinal);
        Assert.Equal(403, (await viewer.PostAsync($"/approvals/{asked.Id}", ("decision", "approve"), ("hash", asked.PayloadHash))).Status);
        Assert.Empty(await kit.AnswersAsync());
    }

    [Fact]
    [Trait("Req", "S1-046")]
    public async Task Several_AreShownWithWhatTheyComeToBeforeTheyAreApproved()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = new List<ApprovalRequest>();
        foreach (var id in new[] { "onboarding-q1", "onboarding-q2", "onboarding-q3" })
        {
            asked.Add(await kit.AskAsync(kit.Request(id)));
        }

        using var page = await PageKit.OpenAsync(kit.Server, await kit.TokenAsync("ana@example.com"));
        _ = await page.GetAsync("/approvals");
        (string, string)[] picks = [.. asked.Take(2).Select(each => ("pick", $"{each.Id}|{each.PayloadHash}")), ("pick", "onboarding-q3|0000")];

        var shown = await page.PostAsync("/approvals/chosen", picks);
        Assert.Equal(200, shown.Status);
        Assert.Contains("Approve 2 questions together?", shown.Text, StringComparison.Ordinal);
        Assert.Contains("50 % of their traffic", shown.Text, StringComparison.Ordinal);
        Assert.Empty(await kit.AnswersAsync());

        Assert.Equal(303, (await page.PostAsync("/approvals/chosen", [.. picks, ("sure", "yes")])).Status);
        Assert.Equal(["onboarding-q1", "onboarding-q2"], (await kit.AnswersAsync()).Where(each => each.Counts).Select(each => each.Approval).Order());
        Assert.Contains("2 approved. Not approved: onboarding-q3", (await page.GetAsync("/approvals")).Text, StringComparison.Ordinal);
    }
}
