using Optimizer.Workflows.Approvals;
using Optimizer.Workflows.Approvals.Activities;
using Optimizer.Workflows.Definitions;
using Optimizer.Workflows.Experiments;
using Optimizer.Workflows.Experiments.Activities;
using Optimizer.Workflows.Operations;
using Optimizer.Workflows.Plays;
using Optimizer.Workflows.Plays.Activities;
using Optimizer.Workflows.Ports;
using Optimizer.Workflows.Proposals;
using Optimizer.Workflows.Proposals.Activities;

namespace Optimizer.Workflows;

/// <summary>Puts the loop into a registry: what both hosts run.</summary>
public static class PlayLoop
{
    /// <param name="registry">Gets the workflows and activities.</param>
    /// <param name="world">What they touch.</param>
    public static WorkflowRegistry Register(WorkflowRegistry registry, World world)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(world);
        world = FreezeGate.Around(world);
        var freeze = new FreezeSwitch(world.Audit);
        var gate = new FreezeGate(freeze);
        var terms = new TermsReader(world.Plays);
        return registry
            .Add(LoopNames.Play, PlayWorkflow.RunAsync)
            .Add(LoopNames.Experiment, ExperimentWorkflow.RunAsync)
            .Add(LoopNames.Approval, ApprovalWorkflow.RunAsync)
            .Add(LoopNames.Proposal, ProposalWorkflow.RunAsync)
            .Add(TickActivity.Handle, new TickActivity(world, terms).RunAsync)
            .Add(DiagnoseActivity.Handle, new DiagnoseActivity(world, terms).RunAsync)
            .Add(RuleActivity.Handle, new RuleActivity(world, terms, freeze).RunAsync)
            .Add(LaunchActivity.Handle, new LaunchActivity(world).RunAsync)
            .Add(StopExperimentActivity.Handle, new StopExperimentActivity(world).RunAsync)
            .Add(RecordActivity.Handle, new RecordActivity(world).RunAsync)
            .Add(ConcludeActivity.Handle, new ConcludeActivity(world, terms).RunAsync)
            .Add(OpenApprovalActivity.Handle, new OpenApprovalActivity(world).RunAsync)
            .Add(CancelApprovalActivity.Handle, new CancelApprovalActivity(world).RunAsync)
            .Add(TellAskerActivity.Handle, new TellAskerActivity(world).RunAsync)
            .Add(RuleProposalActivity.Handle, new RuleProposalActivity(new(world, terms, freeze)).RunAsync)
            .Add(CarryOutActivity.Handle, new CarryOutActivity(world).RunAsync)
            .Add(PrepareActivity.Handle, new PrepareActivity(world, terms, gate).RunAsync)
            .Add(ShiftActivity.Handle, new ShiftActivity(world, terms, gate).RunAsync)
            .Add(WatchActivity.Handle, new WatchActivity(world, terms).RunAsync)
            .Add(LookActivity.Handle, new LookActivity(world, terms).RunAsync)
            .Add(RuleAdoptionActivity.Handle, new RuleAdoptionActivity(world, terms, freeze).RunAsync)
            .Add(SettleActivity.Handle, new SettleActivity(world, terms, gate).RunAsync);
    }
}
