using Optimizer.Cockpit.Links;
using Optimizer.Workflows;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Ports;

namespace Optimizer.Cockpit;

/// <summary>The running loop as the API sees it; a host puts it together and hands it over as a service.</summary>
public sealed class ServedLoop
{
    private readonly Lazy<FreezeSwitch> _freeze;
    private readonly Lazy<TermsReader> _terms;

    public ServedLoop()
    {
        _freeze = new(() => new(World!.Audit));
        _terms = new(() => new(World!.Plays));
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

    public required TimeProvider Clock { get; init; }

    /// <summary>The engine.</summary>
    public IWorkflowClient Client => World.Client();

    public FreezeSwitch Freeze => _freeze.Value;

    public TermsReader Terms => _terms.Value;
}
