using Azure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Optimizer.Cockpit;
using Optimizer.Cockpit.Approvals;
using Optimizer.Cockpit.Links;
using Optimizer.Cockpit.Slack;
using Optimizer.Connectors.Notices;
using Optimizer.Functions.Activities;
using Optimizer.Functions.Definitions;
using Optimizer.Functions.Durable;
using Optimizer.Functions.Hosts;
using Optimizer.Functions.Http;
using Optimizer.Functions.Kpis;
using Optimizer.Functions.Settings;
using Optimizer.Functions.Watch;
using Optimizer.Workflows;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Reports;

namespace Optimizer.Functions.Composition;

/// <summary>Puts the host together over its records and its engine.</summary>
internal static class HostServices
{
    /// <summary>Everything but what reaches outside of the process: clock, settings, <see cref="StorageClients"/>, <see cref="HostRows"/>, <see cref="HostRecords"/> and <see cref="IWorkflowClient"/>.</summary>
    public static IServiceCollection AddHost(this IServiceCollection services, HostSettings settings, Func<string, string?> environment)
    {
        services.AddSingleton(provider => Post(provider, settings, environment));
        services.AddSingleton<IKpiSource>(provider => new BlobKpis(
            provider.GetRequiredService<StorageClients>().Blobs.GetBlobContainerClient(settings.KpiContainer),
            Path.Combine(Path.GetTempPath(), $"optimizer-kpis-{Environment.ProcessId}"), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => AzureWorld.Around(
            provider.GetRequiredService<HostRecords>(), provider.GetRequiredService<IKpiSource>(), provider.GetRequiredService<NoticePost>().Notifier,
            provider.GetRequiredService<IWorkflowClient>));
        services.AddSingleton(provider => DurableWorkflows.Complete(
            ReportLoop.Register(PlayLoop.Register(new(), provider.GetRequiredService<World>()), provider.GetRequiredService<World>()),
            provider.GetRequiredService<IWorkflowClient>, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new HubClaim(provider.GetRequiredService<HostRows>().Rows, settings.TaskHub, settings.Deployment, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new HostHealth(
            provider.GetRequiredService<HostRows>().Rows, provider.GetRequiredService<HubClaim>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => Served(provider, settings, environment));
        services.AddSingleton<CockpitApplication>().AddSingleton<CockpitHandler>().AddSingleton<PlayWatch>().AddSingleton<ActivityRunner>();
        services.AddSingleton(provider => new OldHistories(provider.GetRequiredService<IWorkflowClient>, settings.HistoryDays, provider.GetRequiredService<TimeProvider>()));
        if (settings.DefinitionsContainer is { } definitions)
        {
            services.AddSingleton(provider => new BlobDefinitions(
                provider.GetRequiredService<StorageClients>().Blobs.GetBlobContainerClient(definitions), provider.GetRequiredService<World>(), provider.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    /// <summary>What storage that does not answer says to a caller; null for what is no outage but a mistake of ours.</summary>
    public static string? Outage(Exception fault) => fault switch
    {
        RequestFailedException { Status: 0 or 401 or 403 or 408 or 429 or >= 500 } => "the storage does not answer",

        // The client library gives up after its own tries.
        AggregateException { InnerExceptions: { Count: > 0 } all } when all.All(each => Outage(each) is not null) => "the storage does not answer",
        _ => null,
    };

    private static NoticePost Post(IServiceProvider provider, HostSettings settings, Func<string, string?> environment)
    {
        var log = provider.GetRequiredService<ILoggerFactory>().CreateLogger("Optimizer.Notices");
        var answers = new ApprovalLinks(settings.LinkKey, settings.Notices.Link ?? settings.PublicAddress);
        return new(
            provider.GetRequiredService<HostRecords>().Told, settings.Notices with { Link = settings.Notices.Link ?? settings.PublicAddress }, environment, Path.GetTempPath(),
            line => NoticeLog.Told(log, line), provider.GetRequiredService<TimeProvider>(), new(), (kept, who) =>
                kept.Notice.Request is { } request && request.Seat <= who.Seat ? answers.Of(request, new(who.Name, who.Seat), kept.At, kept.Key) : null,
            (id, cancellationToken) => new ApprovalCards(provider.GetRequiredService<IWorkflowClient>(), provider.GetRequiredService<HostRecords>().Audit).FindAsync(id, cancellationToken));
    }

    private static ServedLoop Served(IServiceProvider provider, HostSettings settings, Func<string, string?> environment)
    {
        var (records, health, post) = (provider.GetRequiredService<HostRecords>(), provider.GetRequiredService<HostHealth>(), provider.GetRequiredService<NoticePost>());
        return new()
        {
            Answers = records.Answers,
            CheckRecords = () => health.CheckAsync(CancellationToken.None).GetAwaiter().GetResult(),
            Clock = provider.GetRequiredService<TimeProvider>(),
            Delegations = records.Delegations,
            Ledger = records.Ledger,
            LinkKey = settings.LinkKey,
            Links = records.Links,
            Notices = records.Told,
            NoticeSettings = settings.Notices,
            Outage = Outage,
            Rephraser = settings.Model?.Open(StorageClients.Identity(settings.Storage.ClientId)),
            Retention = [("workflows that have ended", $"{settings.HistoryDays} days"), ("audit trail, ledger, reports, messages", "for good")],
            Slack = SlackDoor.Open(post.Settings, environment, post.Rooms),
            Tokens = records.Tokens,
            TrustsEasyAuth = settings.TrustsEasyAuth,
            Visits = records.Visits,
            World = provider.GetRequiredService<World>(),
        };
    }
}
