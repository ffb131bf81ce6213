using Optimizer.Cockpit.Links;
using Optimizer.Cockpit.Slack;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Notices;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit;

/// <summary>The running loop as the API sees it; a host puts it together and hands it over as a service.</summary>
public sealed class ServedLoop
{
    private readonly Lazy<FreezeSwitch> _freeze;
    private readonly Lazy<FreezeSwitch> _freezeSeen;
    private readonly Lazy<TermsReader> _terms;

    public ServedLoop()
    {
        _freeze = new(() => new(World!.Audit));
        _freezeSeen = new(() => new(Reads.Audit));
        _terms = new(() => new(Reads.Plays));
    }

    public required World World { get; init; }

    public required IAttributionLedger Ledger { get; init; }

    public required ITokenStore Tokens { get; init; }

    public required IDelegationStore Delegations { get; init; }

    /// <summary>Which signed links were used.</summary>
    public required ILinkStore Links { get; init; }

    /// <summary>What signed links are signed with.</summary>
    public required LinkKey LinkKey { get; init; }

    public required IAnswerStore Answers { get; init; }

    /// <summary>When people looked at the pages.</summary>
    public required IVisitStore Visits { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Puts answers into other words; null where no model is configured.</summary>
    public IRephraser? Rephraser { get; init; }

    /// <summary>How long a person waits for other words before the records speak for themselves.</summary>
    public TimeSpan RephraserPatience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Where answers are read from; the world's own records where nothing faster is given.</summary>
    public ServedReads Reads
    {
        get => field ??= new(World.Audit, World.Plays, World.Register, null);
        init;
    }

    /// <summary>Writes something that changes nothing, and throws when the records cannot be written.</summary>
    public Action CheckRecords { get; init; } = () => { };

    /// <summary>What keeps the engine from making steps durable; null when nothing does.</summary>
    public Func<string?> EngineProblem { get; init; } = () => null;

    /// <summary>How the engine does; null where the host cannot say.</summary>
    public Func<EngineReading?> Engine { get; init; } = () => null;

    /// <summary>What was told to people and what waits; null where nothing is kept of it.</summary>
    public INoticeStore? Notices { get; init; }

    /// <summary>Who is told. Secrets and secret addresses are not in it.</summary>
    public NoticeSettings NoticeSettings { get; init; } = NoticeSettings.Default;

    /// <summary>How long what has ended is kept, by what it is; in words.</summary>
    public IReadOnlyList<(string What, string Kept)> Retention { get; init; } = [];

    /// <summary>What an exception says of records that do not answer, for a caller who may try again; null for any other exception.</summary>
    public Func<Exception, string?> Outage { get; init; } = _ => null;

    /// <summary>Whether requests come through App Service Authentication alone, so that its header says who they are.</summary>
    public bool TrustsEasyAuth { get; init; }

    /// <summary>How often it is looked whether something has changed, while somebody has a page open. Half a second leaves the other half for the page.</summary>
    public TimeSpan LiveEvery { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>How answers come in from Slack; null when they do not.</summary>
    public SlackDoor? Slack { get; init; }

    /// <summary>The engine.</summary>
    public IWorkflowClient Client => World.Client();

    /// <summary>To be turned.</summary>
    public FreezeSwitch Freeze => _freeze.Value;

    /// <summary>To be looked at.</summary>
    public FreezeSwitch FreezeSeen => _freezeSeen.Value;

    public TermsReader Terms => _terms.Value;
}
