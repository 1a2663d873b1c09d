//! Taking over what is unfinished from a former plan.

use super::{MAX_STEPS, Plan, Step, StepState, Target};

impl Plan {
    /// Takes over from a former plan what this one lacks, and returns the number of steps added:
    ///
    /// - the goal, if this plan has none;
    /// - steps that are not done, with owner, date and state, unless this plan has the action already. Own actions are
    ///   the same if their titles are; one whose identifier is taken gets another;
    /// - the targets of measures that have none here. The current value is not taken over: it has to be measured anew.
    ///
    /// Nothing of this plan is changed or removed. What exceeds [`MAX_STEPS`] is not taken over.
    pub fn carry_over(&mut self, former: &Self) -> usize {
        if self.goal.is_empty() {
            self.goal.clone_from(&former.goal);
        }
        for target in former.targets.iter().filter(|target| !target.target.is_empty()) {
            self.carry_target(target);
        }
        let unfinished = former.steps.iter().filter(|step| step.state != StepState::Done);
        let missing: Vec<&Step> = unfinished.filter(|step| !self.has_action_of(step)).collect();
        let before = self.steps.len();
        for step in missing {
            self.carry_step(step);
        }
        self.steps.len() - before
    }

    /// Number of steps that [`carry_over`](Self::carry_over) would add.
    pub fn count_to_carry(&self, former: &Self) -> usize {
        self.clone().carry_over(former)
    }

    /// Whether the action of a step of another plan is in this one.
    fn has_action_of(&self, step: &Step) -> bool {
        if step.is_own() {
            self.own_steps().any(|own| own.title == step.title)
        } else {
            self.step(&step.action).is_some()
        }
    }

    fn carry_step(&mut self, step: &Step) {
        let taken = self.step(&step.action).is_some();
        // An imported plan may have the same action twice.
        if self.steps.len() >= MAX_STEPS || (taken && !step.is_own()) {
            return;
        }
        let action = if taken { self.free_own_id() } else { step.action.clone() };
        self.steps.push(Step { action, ..step.clone() });
    }

    fn carry_target(&mut self, former: &Target) {
        if let Some(own) = self.targets.iter_mut().find(|target| target.measure == former.measure) {
            if own.target.is_empty() {
                own.target.clone_from(&former.target);
            }
        } else if self.targets.len() < MAX_STEPS {
            self.targets.push(Target { today: String::new(), ..former.clone() });
        }
    }
}

#[cfg(test)]
mod tests;
