using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Identity;
using Optimizer.Cockpit.Links;
using Optimizer.Cockpit.Slack;
using Optimizer.Domain.Approvals;
using Optimizer.Domain.Audit.Events;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows;
using Optimizer.Workflows.Approvals;

namespace Optimizer.Tests.Cockpit.Approvals;

/// <summary>A loop in virtual time behind the HTTP pipeline, with people who have tokens.</summary>
internal sealed class AnswerKit : IAsyncDisposable
{
    private readonly Dictionary<string, string> _tokens = new(StringComparer.Ordinal);
    private readonly LinkKey _key = LinkKey.Make();
    private readonly Func<LoopKit, SlackDoor?>? _slack;
    private WebApplication _web = null!;

    private AnswerKit(LoopKit loop, Func<LoopKit, SlackDoor?>? slack) => (Loop, _slack) = (loop, slack);

    public LoopKit Loop { get; }

    public ServedLoop Served { get; private set; } = null!;

    public TestServer Server => _web.GetTestServer();

    /// <param name="options">Of the loop.</param>
    /// <param name="slack">Opens the door for answers from Slack, each time that it is served; null for none.</param>
    public static async Task<AnswerKit> OpenAsync(KitOptions? options = null, Func<LoopKit, SlackDoor?>? slack = null)
    {
        var kit = new AnswerKit(await LoopKit.OpenAsync(options), slack);
        await kit.ServeAsync();
        return kit;
    }

    /// <summary>A question that nobody's play waits for.</summary>
    public ApprovalRequest Request(string id = "onboarding-q1") => new()
    {
        Action = ActionKind.StartExperiment,
        After = """{"move":"shorter","text":"Say it in <b>eight</b> words"}""",
        AskedAt = Loop.Clock.GetUtcNow(),
        Before = "",
        Class = ChangeClass.Copy,
        Experiment = "onboarding-1",
        ExpiresAt = Loop.Clock.GetUtcNow().AddHours(4),
        Id = id,
        OnTimeout = TimeoutAction.Reject,
        PayloadHash = "aaaa000011112222",
        Play = "onboarding",
        Reasons = ["in semi every change waits for an approval"],
        RequestedBy = "loop",
        Seat = Seat.Manager,
        Title = "Try a <script>alert(1)</script> shorter headline",
        TrafficShare = 0.5,
    };

    /// <summary>Puts a question and waits until it is open.</summary>
    public async Task<ApprovalRequest> AskAsync(ApprovalRequest? request = null)
    {
        var asked = request ?? Request();
        await Loop.Loop.Engine.StartAsync(
            LoopNames.Approval, LoopNames.ApprovalId(asked.Id), new ApprovalQuestion { Asker = "play-nobody", Cause = "a test", Request = asked },
            new() { Tags = new Dictionary<string, string> { ["play"] = asked.Play } });
        await Loop.RunAsync(0);
        return asked;
    }

    /// <summary>Somebody with a token.</summary>
    public async Task<string> TokenAsync(string name, Role role = Role.Approver, Seat seat = Seat.Manager, bool isHuman = true)
    {
        if (_tokens.TryGetValue(name, out var known))
        {
            return known;
        }

        var made = await new TokenDesk(Served.Tokens, Served.World.Audit).CreateAsync(new(name, role, seat, isHuman), null, "test", Loop.Clock.GetUtcNow(), default);
        return _tokens[name] = made.Text;
    }

    public async Task<Answered> SendAsync(string method, string path, string? token = null, object? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Content = body switch
        {
            null => null,
            string text => new StringContent(text, Encoding.UTF8, "application/json"),
            HttpContent content => content,
            IEnumerable<KeyValuePair<string, string>> form => new FormUrlEncodedContent(form),
            _ => JsonContent.Create(body, options: JsonSerializerOptions.Web),
        };
        using var client = _web.GetTestServer().CreateClient();
        using var response = await client.SendAsync(request);
        return new((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.ETag?.ToString(), response.Headers.RetryAfter?.ToString())
        {
            Headers = response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase),
        };
    }

    public async Task<Answered> AnswerAsync(string by, ApprovalRequest request, bool approve = true, string? comment = null, string? hash = null) => await SendAsync(
        "POST", $"/api/approvals/{request.Id}", await TokenAsync(by),
        new { decision = approve ? "approve" : "reject", payloadHash = hash ?? request.PayloadHash, comment = comment ?? (approve ? null : "not before the launch") });

    public async Task<IReadOnlyList<ApprovalAnswered>> AnswersAsync() => [.. (await Loop.EventsAsync<ApprovalAnswered>()).Select(each => each.Event)];

    /// <summary>The process dies and comes back.</summary>
    public async Task DieAsync()
    {
        await _web.DisposeAsync();
        await Loop.DieAsync();
        await ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await Loop.DisposeAsync();
    }

    private async Task ServeAsync()
    {
        var records = Loop.Loop.Records;
        Served = new()
        {
            Answers = records.Answers,
            Clock = Loop.Clock,
            Delegations = records.Delegations,
            Ledger = null!,
            LinkKey = _key,
            Links = records.Links,
            Slack = _slack?.Invoke(Loop),
            Tokens = records.Tokens,
            Visits = records.Visits,
            World = Loop.Loop.World,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(Served);
        builder.Services.AddCockpit();
        _web = builder.Build();
        _web.UseCockpit();
        await _web.StartAsync();
    }
}
