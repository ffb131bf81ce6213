using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Api.Limiting;
using Optimizer.Cockpit.Identity;
using Optimizer.Domain.Identity;
using Optimizer.Domain.Policies;
using Optimizer.Embedded.Ledger;
using Optimizer.Tests.Loops.Kit;
using Optimizer.Workflows.Ports;

namespace Optimizer.Tests.Cockpit.Kit;

/// <summary>The whole API over a loop in memory and in virtual time.</summary>
internal sealed class ApiKit : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly Dictionary<Role, string> _tokens = [];

    private readonly SqliteLedger _ledger;

    private ApiKit(LoopKit loop, WebApplication web, ServedLoop served, SqliteLedger ledger) => (Loop, _web, Served, _ledger) = (loop, web, served, ledger);

    public LoopKit Loop { get; }

    public ServedLoop Served { get; }

    public TestServer Server => _web.GetTestServer();

    public IServiceProvider Services => _web.Services;

    /// <summary>Where it listens, when it was opened to listen.</summary>
    public int Port => new Uri(_web.Urls.First()).Port;

    /// <summary>What is said when somebody checks whether the records can be written; null checks them.</summary>
    public Exception? RecordsFault { get; set; }

    /// <param name="options">Of the loop.</param>
    /// <param name="limits">Of requests.</param>
    /// <param name="trustsEasyAuth">Whether it stands behind App Service Authentication.</param>
    /// <param name="listens">What a real server listens with, beside its usual limits; null for the one without a network.</param>
    /// <param name="rephraser">The model that words answers; null for none.</param>
    public static async Task<ApiKit> OpenAsync(
        KitOptions? options = null, RequestLimits? limits = null, Action<KestrelServerOptions>? listens = null, bool trustsEasyAuth = false, IRephraser? rephraser = null)
    {
        ApiKit? kit = null;
        var loop = await LoopKit.OpenAsync(options);
        var ledger = SqliteLedger.Open(null, new());
        var served = new ServedLoop
        {
            Answers = loop.Loop.Records.Answers,
            CheckRecords = () =>
            {
                if (kit?.RecordsFault is { } fault)
                {
                    throw fault;
                }

                loop.Loop.Records.CheckWritable();
            },
            Clock = loop.Clock,
            Delegations = loop.Loop.Records.Delegations,
            Ledger = ledger,
            LinkKey = Optimizer.Cockpit.Links.LinkKey.Make(),
            Links = loop.Loop.Records.Links,
            Notices = loop.Loop.Records.Told,
            Reads = new(loop.Loop.World.Audit, loop.Loop.World.Plays, loop.Loop.World.Register, loop.Loop.Records.Terms),
            Rephraser = rephraser,
            RephraserPatience = TimeSpan.FromMilliseconds(200),
            Tokens = loop.Loop.Records.Tokens,
            TrustsEasyAuth = trustsEasyAuth,
            Visits = loop.Loop.Records.Visits,
            World = loop.Loop.World,
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (listens is null)
        {
            builder.WebHost.UseTestServer();
        }
        else
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel =>
            {
                Limits.Apply(kestrel);
                listens(kestrel);
            });
        }

        builder.Services.AddSingleton(served);
        builder.Services.AddCockpit(limits);
        var web = builder.Build();
        web.UseCockpit();
        await web.StartAsync();
        return kit = new(loop, web, served, ledger);
    }

    /// <summary>A token of the role, for ana@example.com or the one named.</summary>
    public async Task<string> TokenAsync(Role role, string? name = null, bool isHuman = true)
    {
        if (name is null && isHuman && _tokens.TryGetValue(role, out var known))
        {
            return known;
        }

        var text = TokenText.Make();
        await Served.Tokens.PutAsync(
            new(text.Id, text.Hash(), new(name ?? $"{role.ToString().ToLowerInvariant()}@example.com", role, Seat.Ceo, isHuman), Loop.Clock.GetUtcNow(), null), default);
        return name is null && isHuman ? _tokens[role] = text.ToString() : text.ToString();
    }

    /// <summary>Sends a request as the role; null sends no token.</summary>
    public async Task<ApiAnswer> SendAsync(
        string method, string path, Role? role = Role.Admin, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (role is { } known)
        {
            request.Headers.Authorization = new("Bearer", await TokenAsync(known));
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var client = Server.CreateClient();
        using var response = await client.SendAsync(request);
        return await ApiAnswer.OfAsync(response);
    }

    public Task<ApiAnswer> GetAsync(string path, Role? role = Role.Viewer) => SendAsync("GET", path, role);

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await Loop.DisposeAsync();
        _ledger.Dispose();
    }
}
