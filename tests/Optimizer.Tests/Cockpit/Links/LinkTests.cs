using Optimizer.Cockpit.Links;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Cockpit.Approvals;

namespace Optimizer.Tests.Cockpit.Links;

public class LinkTests
{
    private static readonly Uri Address = new("https://optimizer.example.com");

    [Fact]
    public async Task Get_AnyNumberOfTimes_ShowsAndNeverDecides()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var path = Path(kit, asked);

        foreach (var method in new[] { "GET", "HEAD", "GET" })
        {
            var page = await kit.SendAsync(method, path);
            Assert.Equal(200, page.Status);
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
            Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
            Assert.Contains("default-src 'none'", page.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal(method == "HEAD", page.Text.Length == 0);
        }

        var text = (await kit.SendAsync("GET", path)).Text;
        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>eight", text, StringComparison.Ordinal);
        Assert.Contains("eight", text, StringComparison.Ordinal);
        Assert.Empty(await kit.AnswersAsync());
    }

    [Fact]
    public async Task Post_Approve_DecidesOnceAndShowsItAgain()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var path = Path(kit, asked);

        Assert.Equal(200, (await PostAsync(kit, path, "approve")).Status);
        Assert.Equal(200, (await PostAsync(kit, path, "approve")).Status);
        Assert.Equal(409, (await PostAsync(kit, path, "reject", "no")).Status);
        Assert.Contains("You said yes", (await kit.SendAsync("GET", path)).Text, StringComparison.Ordinal);

        var answer = Assert.Single(await kit.AnswersAsync(), each => each.Counts).Answer;
        Assert.Equal(("ana@example.com", "link", true), (answer.By, answer.Channel, answer.IsHuman));
        Assert.StartsWith("signed link ", answer.Proof, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ManyAtOnce_DecideOnce()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var path = Path(kit, asked);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(() =>
            number % 2 == 0 ? PostAsync(kit, path, "approve") : PostAsync(kit, path, "reject", "no"))));

        Assert.All(answers, answer => Assert.True(answer.Status is 200 or 409));
        Assert.Single(await kit.AnswersAsync(), each => each.Counts);
        Assert.Equal(25, answers.Count(answer => answer.Status == 200));
    }

    [Fact]
    public async Task Post_RejectWithoutAComment_AsksForOneAndTheLinkStillWorks()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var path = Path(kit, asked);

        Assert.Equal(422, (await PostAsync(kit, path, "reject")).Status);
        Assert.Equal(200, (await PostAsync(kit, path, "reject", "not <now>")).Status);
        Assert.Contains("not &lt;now&gt;", (await kit.SendAsync("GET", path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_ForgedExpiredSupersededOrDecided_IsAClearPageAndDecidesNothing()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var path = Path(kit, asked);
        var token = path[ApprovalLinks.Path.Length..];
        var (claims, signature) = (token.Split('.')[0], token.Split('.')[1]);
        string[] forged =
        [
            claims, $"{claims}.", $".{signature}", $"{claims}.{signature}A", $"{claims}A.{signature}", $"{signature}.{claims}", "x.y", new string('a', 1900),
            ForOther(LinkKey.Make(), asked), $"{claims[..^2]}xx.{signature}", $"{claims}.{signature}.{signature}",
        ];
        foreach (var text in forged)
        {
            Assert.Equal(403, (await kit.SendAsync("GET", ApprovalLinks.Path + text)).Status);
        }

        Assert.Equal(403, (await PostAsync(kit, ApprovalLinks.Path + forged[^1], "approve")).Status);
        Assert.Equal(400, (await PostAsync(kit, path, "maybe")).Status);
        Assert.Equal(415, (await kit.SendAsync("POST", path, null, new { decision = "approve" })).Status);
        var other = new ApprovalLinks(kit.Served.LinkKey, Address).For(asked with { PayloadHash = "ffff" }, Ana, asked.ExpiresAt).AbsolutePath;
        Assert.Equal((409, 409), ((await kit.SendAsync("GET", other)).Status, (await PostAsync(kit, other, "approve")).Status));
        var none = new ApprovalLinks(kit.Served.LinkKey, Address).For(asked with { Id = "onboarding-q77" }, Ana, asked.ExpiresAt).AbsolutePath;
        Assert.Equal(404, (await PostAsync(kit, none, "approve")).Status);
        Assert.DoesNotContain(await kit.AnswersAsync(), each => each.Counts);

        await kit.AnswerAsync("ben@example.com", asked);
        Assert.Equal((409, 409), ((await kit.SendAsync("GET", path)).Status, (await PostAsync(kit, path, "reject", "no")).Status));
        var late = await kit.AskAsync(kit.Request("onboarding-q2"));
        var short1 = new ApprovalLinks(kit.Served.LinkKey, Address).For(late, Ana, kit.Loop.Clock.GetUtcNow().AddHours(1)).AbsolutePath;
        var whole = Path(kit, late);
        await kit.Loop.RunAsync(1 / 24.0);
        Assert.Equal((410, 410), ((await kit.SendAsync("GET", short1)).Status, (await PostAsync(kit, short1, "approve")).Status));
        await kit.Loop.RunAsync(3 / 24.0);
        Assert.Equal((410, 410), ((await kit.SendAsync("GET", whole)).Status, (await PostAsync(kit, whole, "approve")).Status));
    }

    [Fact]
    public async Task Link_OfAMessage_IsTheSameEachTimeAndAnswersOnce()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var links = new ApprovalLinks(kit.Served.LinkKey, Address);
        string Sent(string name, string message) => links.Of(asked, Ana with { Name = name }, asked.AskedAt, message).AbsolutePath;

        Assert.Equal(Sent("ana@example.com", "n1"), Sent("ana@example.com", "n1"));
        Assert.Equal(3, new[] { Sent("ana@example.com", "n1"), Sent("ana@example.com", "n2"), Sent("eve@example.com", "n1") }.Distinct().Count());
        Assert.Equal(200, (await PostAsync(kit, Sent("ana@example.com", "n1"), "approve")).Status);
        Assert.Single(await kit.AnswersAsync(), each => each.Counts);
    }

    [Fact]
    public async Task Open_OfWhoLostTheirToken_IsNotValid()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var admin = await kit.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);
        var ana = await kit.TokenAsync("ana@example.com");
        var made = await kit.SendAsync("POST", $"/api/approvals/{asked.Id}/links", admin, new { to = "ana@example.com" });
        Assert.Equal(201, made.Status);
        var path = new Uri(made.Field("url")).AbsolutePath;
        Assert.Equal(200, (await kit.SendAsync("GET", path)).Status);

        await kit.SendAsync("DELETE", $"/api/tokens/{ana[4..16]}", admin);

        Assert.Equal(403, (await kit.SendAsync("GET", path)).Status);
        Assert.Equal(403, (await PostAsync(kit, path, "approve")).Status);
    }

    [Fact]
    public async Task Make_ForOthers_NeedsAnAdminAndAHuman()
    {
        await using var kit = await AnswerKit.OpenAsync();
        var asked = await kit.AskAsync();
        var admin = await kit.TokenAsync("root@example.com", Role.Admin, Seat.Ceo);
        var ana = await kit.TokenAsync("ana@example.com");
        _ = await kit.TokenAsync("bot", isHuman: false);

        Assert.Equal(201, await MakeAsync(ana, new { to = "ana@example.com" }));
        Assert.Equal(403, await MakeAsync(ana, new { to = "root@example.com" }));
        Assert.Equal(422, await MakeAsync(admin, new { to = "bot" }));
        Assert.Equal(422, await MakeAsync(admin, new { to = "phone@example.com" }));
        Assert.Equal(201, await MakeAsync(admin, new { to = "phone@example.com", seat = "manager" }));
        Assert.Equal(422, await MakeAsync(admin, new { to = "ana@example.com", expiresInMinutes = 100_000 }));

        async Task<int> MakeAsync(string token, object body) => (await kit.SendAsync("POST", $"/api/approvals/{asked.Id}/links", token, body)).Status;
    }

    private static readonly LinkRecipient Ana = new("ana@example.com", Seat.Manager);

    private static string Path(AnswerKit kit, ApprovalRequest asked) => ForOther(kit.Served.LinkKey, asked, ApprovalLinks.Path);

    private static string ForOther(LinkKey key, ApprovalRequest asked, string before = "") =>
        before + new ApprovalLinks(key, Address).For(asked, Ana, asked.ExpiresAt.AddDays(1)).AbsolutePath[ApprovalLinks.Path.Length..];

    private static Task<Answered> PostAsync(AnswerKit kit, string path, string decision, string? comment = null) => kit.SendAsync(
        "POST", path, null, new Dictionary<string, string> { ["decision"] = decision, ["comment"] = comment ?? "" });
}
