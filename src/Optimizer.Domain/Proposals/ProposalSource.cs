namespace Optimizer.Domain.Proposals;

/// <summary>Where a proposal was typed. Noted; nothing is believed because of it.</summary>
public enum ProposalSource
{
    /// <summary>A program or person at the HTTP API.</summary>
    Api,

    /// <summary>The chat of the cockpit.</summary>
    Chat,

    /// <summary>An assistant, through the tools of optimizer mcp.</summary>
    Mcp,
}
